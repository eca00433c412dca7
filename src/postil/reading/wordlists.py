"""The words by which names of persons, publications and bodies are told apart."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(lines: str) -> frozenset[str]:
    return frozenset(
        phrase.strip()
        for line in lines.splitlines()
        for phrase in line.split("|")
        if phrase.strip()
    )


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
    blogger biographer essayist naturalist ethnographer staff president by
    """
)
"""What stands before a name and is no part of it."""
AGENCIES = _phrases(
    """
    ap|afp|upi|dpa|efe|ansa|tass|itar-tass|ians|pti|reuters|xinhua|yonhap|kyodo|bernama|antara
    anadolu|interfax|bloomberg|associated press|agence france-presse|agence france presse
    united press international|press trust of india|jiji press|kyodo news|xinhua news agency
    yonhap news agency|ria novosti|deutsche presse-agentur|australian associated press
    canadian press|press association|thomson reuters|central news agency
    """
)
"""News agencies, whose reports others print."""
KNOWN = _phrases(
    """
    abc|bbc|cbs|cnn|npr|nbc|pbs|rfa|voa|rt|nhk|nyt|wsj|cia|un|usa today|newsweek|time|life|wired
    wikipedia|slate|salon|politico|vox|axios|quartz|nature|science|forbes|fortune|vogue|vice
    huffpost|buzzfeed|le monde|le figaro|libération|der spiegel|die zeit|die welt|el país
    el mundo|la repubblica|corriere della sera|asahi shimbun|al jazeera|al arabiya|granta
    esquire|variety|billboard|haaretz|clarín|pravda|izvestia|folha|caixin|statista|rodong sinmun
    hankyoreh|dawn|the hindu|the age|national geographic|smithsonian|unesco|unicef|nasa|interpol
    encarta|britannica|answers|about|facebook|twitter|youtube|medium|substack|techcrunch
    livescience
    """
)
"""Well-known publications that no word of their name gives away."""
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
    yahoo zeitung nation yorker atlantic monthly people's
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
    services society trust union university universität université zoo
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
