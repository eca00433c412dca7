"""The words by which names of persons, publications and bodies are told apart."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(lines: str) -> frozenset[str]:
    return frozenset(part.strip() for part in lines.replace("\n", "|").split("|") if part.strip())


KOREAN = _set(
    """
    ahn an bae baek ban bang byun cha chae chang cho choe choi chon choo chu chun chung deng
    eom eun gang gil go goh gong gu gwak ha hahm ham han heo hong huh hur hwang hyun im in
    jang jeon jeong ji jin jo joo ju jun jung kang kil kim ko koh kong koo ku kwak kwon lee
    lim lv ma maeng min moon mun na nam namgung no noh oh om pae paek pak pang park pyo pyon
    ra rah ri rim ro roh ryang ryoo ryu seo seok seol seong shim shin sim sin so soh sohn
    son song suh sung uhm um wi woo yang ye yi yim yon yoo yoon you yu yun
    """
)
"""Korean family names, as they are written in Latin letters."""
CHINESE = _set(
    """
    bai cai cao chen cheng cui deng ding dong du fan fang feng fu gao ge geng guo han hao he
    hou hu huang ji jia jiang jin kong lai lei li liang liao lin liu long lu luo lv ma mao
    meng mo pan pang peng qian qiao qin qiu ren shao shen shi su sun tan tang tao tian wan
    wang wei wen wu xi xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng
    zhan zhang zhao zheng zhong zhou zhu zou
    """
)
"""Chinese family names, as they are written in Latin letters."""
FREQUENT = _set(
    """
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo
    """
)
"""The Chinese family names that are hardly ever given names as well."""
VIETNAMESE = _set(
    """
    nguyen tran pham hoang phan bui ngo duong dang
    """
)
"""Vietnamese family names, which stand first where two names follow."""
PARTICLES = _set(
    """
    al auf ben bin bint da dal dalla das de del della delle den der des di do dos du el ibn
    la le lo ten ter und van vom von y zu zum zur
    """
)
"""Small words that belong to a family name."""
ROLES = _set(
    """
    mr mrs ms dr prof sir lady lord dame professor historian journalist novelist writer
    author correspondent reporter archaeologist anthropologist economist geographer poet
    critic columnist scholar sociologist linguist philosopher photographer translator editor
    blogger rev reverend senator governor gov rep captain capt col gen lt sgt rabbi archbishop
    cardinal ambassador biographer essayist naturalist ethnographer staff president by
    """
)
"""What stands before a name and is no part of it."""
PRINT = _set(
    """
    advertiser advocate almanac archive archives argus atlas beacon blog broadcasting
    bulletin business chronicle clarion collection collections companion courier daily
    democrat dictionary digest dispatch echo economist encyclopaedia encyclopedia enquirer
    examiner explorer express figaro forum free gazette geographic globe guardian guide
    handbook herald histories history ilbo independent inquirer insider intelligencer
    journal ledger library magazine mail mercury mirror monde monitor morning network
    networks news newspaper newspapers newsletter newswire notes observer online opinion
    patriot picayune planet portal post press project quarterly radio recorder record
    register report reporter reports republic review science scotsman sentinel shimbun
    shimbun's shinmun sinmun site smithsonian sourcebook spectator spiegel standard star
    studies sun sunday survey svenska telegraph television tidende times today tonight
    transcript tribune tv visual voice watch web website week weekly wiki wikipedia wire world
    yahoo zeitung nation yorker atlantic monthly people's newspaper affairs factbook yearbook
    annals proceedings transactions letters heritage businessweek journalism factsheet podcast
    """
)
"""Words in the names of publications."""
BODIES = _set(
    """
    academy administration agency alliance archives assembly association authority bank board
    bureau center centre church college commission committee company consortium
    corporation corps council court department directorate district embassy federation force
    forces foundation fund gallery government group hospital inc institute institution
    international laboratory league library mission ministry museum nations office organisation
    organization parliament party programme program rijksmuseum school secretariat service
    services society statistics trust union university universität université universidad zoo
    census foundation authority registry embassy consulate confederation chamber observatory
    senate congress ministère ministerio ministerium museo musée muséum
    """
)
"""Words in the names of bodies."""
COMPANIES = _set(
    """
    ab ag bv co corp gmbh inc kg limited llc llp ltd nv oy plc pty sa sarl spa srl
    """
)
"""Forms of companies, which stand at the end of a name."""
GROUPS = _set(
    """
    authors bureau campaign coalition collaboration collective community contributors
    correspondents developers editors friends initiative maintainers members observatory project
    residents staff students team users volunteers workers writers
    """
)
"""Words in the names of groups of people."""
LANDS = _set(
    """
    african american asian australian british canadian central european federal international
    national northern royal southern united
    """
)
"""Adjectives with which the names of bodies begin."""
PUBLISHERS = _set(
    """
    books publications publishers publishing verlag éditions editions penguin routledge
    harpercollins macmillan knopf doubleday springer elsevier wiley scribner norton
    blackwell brill vintage picador faber bloomsbury viking pantheon hachette simon tuttle
    palgrave gale cengage greenwood sage polity verso group inc ltd company
    """
)
"""Words in the names of those who publish books."""
HOUSES = _set(
    """
    books publications publishers publishing verlag éditions editions editorial edizioni editora
    forlag förlag kustannus uitgeverij
    """
)
"""Words at the end of a publisher's name that are no person's."""
MAGAZINES = _set(
    """
    magazine economist geographic smithsonian newsweek time wired yorker atlantic spiegel
    review weekly monthly quarterly forbes fortune esquire discover granta harper's vogue
    """
)
"""Words in the names of magazines."""
NEWS = _set(
    """
    times post herald tribune news daily telegraph gazette chronicle globe
    """
)
"""Words in the names of newspapers."""
LINKING = _set(
    """
    of for and & the in on at to with from sans pour für
    """
)
"""Words that join others in the name of a publication or body, and not in that of a person."""
STATIONS = _set(
    """
    radio tv television broadcasting broadcaster channel wikipedia website blog online yahoo agency
    answers
    """
)
"""Words in the names of stations and sites, which are not printed in italics."""
PLACES = _phrases(
    """
    accra|addis ababa|algiers|almaty|amman|amsterdam|ankara|athens|atlanta|auckland|baghdad|baku
    baltimore|bangalore|bangkok|barcelona|basel|beijing|beirut|belgrade|bengaluru|berkeley
    berlin|bern|bogotá|bogota|bologna|bombay|bonn|boston|brasília|bratislava|brisbane|brussels
    bucharest|budapest|buenos aires|cairo|calcutta|cambridge|cambridge, ma|cambridge, mass
    canberra|cape town|caracas|casablanca|chennai|chicago|cologne|colombo|copenhagen|dakar
    dallas|damascus|delhi|denver|detroit|dhaka|dublin|durham|edinburgh|florence|frankfurt|geneva
    glasgow|guangzhou|hamburg|hanoi|harare|havana|helsinki|hong kong|honolulu|houston|hyderabad
    islamabad|istanbul|jakarta|jerusalem|johannesburg|kabul|karachi|kathmandu|khartoum|kiev
    kinshasa|kolkata|kuala lumpur|kyiv|kyoto|lagos|lahore|leiden|leipzig|leningrad|lima|lisbon
    ljubljana|london|los angeles|lyon|madras|madrid|manila|marseille|melbourne|mexico city|miami
    milan|minneapolis|minsk|montreal|montréal|moscow|mumbai|munich|münchen|nairobi|new delhi
    new haven|new orleans|new york|new york city|osaka|oslo|ottawa|oxford|palo alto|paris|peking
    philadelphia|phnom penh|prague|pretoria|princeton|pyongyang|quito|rangoon|reykjavik|riga
    rio de janeiro|riyadh|rome|saigon|san francisco|santiago|são paulo|sarajevo|seattle|seoul
    shanghai|singapore|sofia|st. petersburg|stanford|stockholm|stuttgart|sydney|taipei|tallinn
    tashkent|tehran|tel aviv|the hague|tokyo|toronto|tripoli|tunis|turin|vancouver|venice|vienna
    vilnius|warsaw|washington|washington dc|washington, d.c|wellington|yangon|zagreb|zürich
    zurich|australia|brazil|britain|canada|china|england|france|germany|india|ireland|israel
    italy|japan|kenya|mexico|new zealand|nigeria|north korea|norway|pakistan|philippines|russia
    scotland|south africa|south korea|spain|sweden|thailand|turkey|uk|usa|u.s|united kingdom
    united states|vietnam|wales
    """
)
"""Cities and lands that stand beside the names of publishers, and in the first line of reports."""
SYLLABLES = _set(
    """
    ae ah bae bin bo bok bong bum byeong byong byung chae chan chang cheol cheon choi chul chun
    dae deok do dong duk eun gang geon geun gi gil gu gun gwang gyeong gyu ha hae han hee heon heum
    heung hi ho hong hoon hui hun hwa hwan hye hyeok hyeon hyo hyon hyuk hyun ik il in jae jang je
    jeong ji jin jong joo joon ju jun jung kang ki kook kuk kun kwan kwang kwon kyeong kyo kyong
    kyu kyun kyung man mi min mo moon mu mun myeong myong myung na nam oh ok pil pyo ra rae ram ran
    rim ryong ryul sam sang seo seob seok seon seong seop seul seung sik sil sin so sol song soo
    sook soon suk sun sung tae taek uk un won woo wook woong ye yeo yeol yeon yeong yi yong yoo yoon
    you young yu yul yun
    """
)
"""Syllables of Korean given names, as they are written in Latin letters."""
SHORTENED = _set(
    """
    st ste dr mr mrs ms jr sr vs no nos co inc ltd corp univ pub publ dept assn assoc intl natl inst
    soc acad bros mfg govt sgt capt hon rev sen rep gen col gov lt maj msgr prof messrs trans ed eds
    vol pp mt ft dist comm
    """
)
"""What a full stop shortens, so that it ends no part of a bibliography's entry."""
