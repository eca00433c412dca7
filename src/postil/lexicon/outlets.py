"""The names of newspapers, agencies, magazines, journals, stations, sites and publishers."""

from __future__ import annotations

import unicodedata


def plain(name: str) -> str:
    """Return a name as it is looked up: no capitals, accents, full stops or leading "the"."""
    small = name.casefold().replace("’", "'").replace(".", "")
    if not small.isascii():
        parts = unicodedata.normalize("NFD", small)
        small = "".join(sign for sign in parts if not unicodedata.combining(sign))
        small = unicodedata.normalize("NFC", small)
    return " ".join(small.split()).removeprefix("the ")


def _names(lines: str) -> frozenset[str]:
    parts = lines.replace("\n", "|").split("|")
    return frozenset(name for part in parts if (name := plain(part)))


AGENCIES = _names(
    """
    AP|AFP|UPI|dpa|EFE|ANSA|TASS|ITAR-TASS|IANS|PTI|APA|AAP|APTN|ABNA|ATS|DPA|IRNA|ISNA|KCNA|KUNA
    LUSA|NTB|QNA|SAPA|UNB|VNA|WAM|WENN|Reuters|Xinhua|Yonhap|Kyodo|Bernama|Antara|Anadolu|Interfax
    Bloomberg|Jiji|Tanjug|Belga|Ritzau|Associated Press|Agence France-Presse|Agence France Presse
    United Press International|United Press|Press Trust of India|Asian News International
    Indo-Asian News Service|Jiji Press|Kyodo News|Kyodo News Service|Xinhua News Agency
    New China News Agency|Yonhap News|Yonhap News Agency|Korean Central News Agency|RIA Novosti
    Sputnik News|Deutsche Presse-Agentur|German Press Agency|Australian Associated Press
    Canadian Press|Press Association|PA Media|Thomson Reuters|Thomson Reuters Foundation
    Central News Agency|China News Service|Bloomberg News|Anadolu Agency|Bernama News Agency
    Antara News|Vietnam News Agency|Middle East News Agency|Saudi Press Agency|Emirates News Agency
    Islamic Republic News Agency|Fars News Agency|Tasnim News Agency|Mehr News Agency
    Inter Press Service|IPS|Religion News Service|Catholic News Service|UCA News
    New Zealand Press Association|South African Press Association|Ghana News Agency
    News Agency of Nigeria|Prensa Latina|Agencia EFE|Agência Brasil|Notimex|Telam|Europa Press
    Scripps Howard News Service|Knight Ridder|McClatchy|McClatchy Newspapers|Getty Images|Magnum
    Knight Ridder Newspapers|Cox News Service|Gannett News Service|Newhouse News Service
    Tribune News Service|Dow Jones Newswires|Pressenza|Swissinfo|UkrInform|Ukrinform|BelTA|BIRN
    """
)
NEWSPAPERS = _names(
    """
    NYT|WSJ|FT|SCMP|LA Times|IHT|USA Today|Le Monde|Le Figaro|Libération|L'Humanité|La Croix
    Les Échos|L'Équipe|Ouest-France|Sud Ouest|Le Parisien|Le Soir|La Libre Belgique|De Standaard
    De Morgen|Le Temps|Die Zeit|Die Welt|Welt am Sonntag|Der Standard|Der Tagesspiegel|Die Presse
    Kurier|Bild|Handelsblatt|Frankfurter Rundschau|Frankfurter Allgemeine|FAZ|taz|die tageszeitung
    Blick|Tages-Anzeiger|NZZ|El País|El Mundo|La Vanguardia|ABC|El Periódico|El Correo|Marca
    Expresso|Público|Diário de Notícias|Correio da Manhã|Jornal de Notícias|Jornal do Brasil|Folha
    Folha de S.Paulo|Folha de São Paulo|O Globo|Estadão|O Estado de S. Paulo|Valor Econômico
    Zero Hora|Clarín|La Nación|Página/12|Página 12|El Mercurio|La Tercera|El Tiempo|El Espectador
    El Universal|Reforma|La Jornada|Excélsior|Milenio|El Comercio|La República|El Nacional|Granma
    Listín Diario|La Prensa|El Nuevo Día|El Nuevo Herald|La Repubblica|Corriere della Sera
    La Stampa|Il Sole 24 Ore|Il Messaggero|Il Manifesto|L'Osservatore Romano|De Volkskrant
    NRC Handelsblad|NRC|Trouw|De Telegraaf|Het Parool|Algemeen Dagblad|Dagens Nyheter
    Svenska Dagbladet|Aftonbladet|Expressen|Göteborgs-Posten|Aftenposten|Dagbladet|Verdens Gang
    Politiken|Berlingske|Jyllands-Posten|Ekstra Bladet|Helsingin Sanomat|Hufvudstadsbladet
    Morgunblaðið|Gazeta Wyborcza|Rzeczpospolita|Lidové noviny|Mladá fronta Dnes|Hospodářské noviny
    Magyar Nemzet|Népszabadság|Delo|Večer|Politika|Vjesnik|Jutarnji list|Dnevnik|Kathimerini|Ta Nea
    To Vima|Hürriyet|Milliyet|Cumhuriyet|Zaman|Sabah|Radikal|Pravda|Izvestia|Kommersant|Vedomosti
    Novaya Gazeta|Komsomolskaya Pravda|Nezavisimaya Gazeta|Moskovsky Komsomolets|Argumenty i Fakty
    Rossiyskaya Gazeta|Haaretz|Yedioth Ahronoth|Maariv|Asharq Al-Awsat|Al-Hayat|Al-Ahram|Al-Quds
    An-Nahar|As-Safir|L'Orient-Le Jour|Al-Ahram Weekly|Egypt Independent|Dawn|Nawa-i-Waqt|The Hindu
    The Statesman|Dainik Jagran|Dainik Bhaskar|Malayala Manorama|Mathrubhumi|Anandabazar Patrika
    Ananda Bazar Patrika|Prothom Alo|Mint|Deccan Herald|Asahi Shimbun|Yomiuri Shimbun
    Mainichi Shimbun|Sankei Shimbun|Nikkei|Nihon Keizai Shimbun|Yomiuri|Asahi|Mainichi|Chosun Ilbo
    JoongAng Ilbo|Joongang Daily|Dong-A Ilbo|Donga Ilbo|Hankyoreh|Hankook Ilbo|Kyunghyang Shinmun
    Rodong Sinmun|Minju Choson|Daily NK|NK News|Segye Ilbo|Maeil Business|People's Daily
    Global Times|China Daily|Guangming Daily|Caixin|Southern Weekly|Southern Weekend|Sing Tao
    Ming Pao|Apple Daily|Ta Kung Pao|Wen Wei Po|Lianhe Zaobao|United Daily News|The Nation|Kompas
    Tempo|Jawa Pos|Utusan Malaysia|Berita Harian|Sin Chew|Tuoi Tre|Thanh Nien|VnExpress|Nhan Dan
    Khaosod|Matichon|Thai Rath|Rappler|Irrawaddy|Mizzima|The Age|The Australian|The West Australian
    The Canberra Times|The Mercury|The Dominion|The Scotsman|The Herald|The Independent
    The Guardian|The Observer|The Irish Times|The Oregonian|The Sacramento Bee|Sacramento Bee
    Fresno Bee|The Plain Dealer|Plain Dealer|The Tennessean|The Oklahoman|The Republican
    The Virginian-Pilot|Arizona Republic|The Record|Newsday|Star-Ledger|The Star-Ledger
    Times-Picayune|Commercial Appeal|Courier-Journal|Deseret News|The Desert Sun|Metro
    Philadelphia Inquirer|Kansas City Star|Baltimore Sun|Boston Globe|Chicago Tribune
    Christian Science Monitor|International Herald Tribune|Stars and Stripes|Globe and Mail
    Toronto Globe and Mail|Le Devoir|La Presse|Winnipeg Free Press|The Gazette|Vancouver Sun
    National Post|Daily Maverick|Mail & Guardian|Die Burger|Beeld|Sowetan|Business Day|City Press
    The Punch|Punch|Vanguard|The Standard|Daily Nation|The East African|The Monitor|New Vision
    Addis Fortune|Daily Graphic|Le Soleil|El Watan|Liberté|Le Matin|Jeune Afrique|Izvestiya|한겨레
    조선일보|중앙일보|동아일보|人民日报|人民日報|朝日新聞|読売新聞|毎日新聞|日本経済新聞|明報
    南方周末|参考消息|New York Times|Washington Post|Wall Street Journal|Los Angeles Times
    San Francisco Chronicle|Chicago Sun-Times|Houston Chronicle|Dallas Morning News|Miami Herald
    Seattle Times|Denver Post|Detroit Free Press|Detroit News|Atlanta Journal-Constitution
    St. Louis Post-Dispatch|Minneapolis Star Tribune|Star Tribune|Orange County Register
    San Diego Union-Tribune|San Jose Mercury News|Mercury News|New York Post|New York Daily News
    Daily News|New York Herald Tribune|Boston Herald|Washington Times|Financial Times
    Daily Telegraph|Sunday Telegraph|Sunday Times|The Times|The Times of London|London Times
    Daily Mail|Mail on Sunday|Daily Mirror|Daily Express|Evening Standard|The Sun
    Independent on Sunday|Morning Star|Manchester Guardian|Guardian Weekly|Irish Independent
    Irish Examiner|Belfast Telegraph|Glasgow Herald|Toronto Star|Montreal Gazette|Ottawa Citizen
    Calgary Herald|Sydney Morning Herald|Daily Telegraph Sydney|New Zealand Herald|The Press
    Otago Daily Times|South China Morning Post|The Straits Times|Straits Times|Bangkok Post
    Phnom Penh Post|Cambodia Daily|Jakarta Post|Manila Times|Manila Bulletin
    Philippine Daily Inquirer|Philippine Star|Taipei Times|China Post|Japan Times|Japan News
    Daily Yomiuri|Korea Herald|Korea Times|Korea JoongAng Daily|Vietnam News|Viet Nam News
    Myanmar Times|Vientiane Times|New Straits Times|Times of India|Indian Express|Hindustan Times
    Economic Times|The Telegraph|Business Standard|Daily Star|Dhaka Tribune|Kathmandu Post
    Daily News and Analysis|Express Tribune|The News International|Gulf News|Khaleej Times
    The National|Arab News|Jordan Times|Daily Star Lebanon|Jerusalem Post|Times of Israel
    Tehran Times|Moscow Times|St. Petersburg Times|Kyiv Post|Baltic Times|Prague Post|Warsaw Voice
    Budapest Times|Süddeutsche Zeitung|Frankfurter Allgemeine Zeitung|Neue Zürcher Zeitung
    Berliner Zeitung|Stuttgarter Zeitung|Die Tageszeitung|Buenos Aires Herald|Rio Times
    Mexico News Daily|Nairobi Star|Cape Times|Cape Argus|Mail and Guardian|Rand Daily Mail
    Times of Zambia|Herald Zimbabwe|Pyongyang Times|Shenzhen Daily|Beijing Youth Daily|Beijing News
    China Youth Daily|Liberation Daily|Economic Daily|PLA Daily|Epoch Times|Asia Times
    Asia Times Online|Nikkei Asian Review|Hürriyet Daily News|Daily Sabah|Today's Zaman|USA Weekend
    Village Voice|Wall Street Journal Asia|Asian Wall Street Journal|International New York Times
    Observer|Scotland on Sunday|Sunday Mail|Sunday Express|Sunday Mirror|News of the World
    Daily Record|Western Mail|Yorkshire Post|Birmingham Post|Liverpool Echo|Manchester Evening News
    """
)
MAGAZINES = _names(
    """
    Time|Life|Newsweek|Look|People|Fortune|Forbes|Wired|Vogue|Vice|Esquire|Variety|Billboard|Granta
    GQ|Elle|Ebony|Jet|Harper's|Harper's Bazaar|Vanity Fair|Playboy|Rolling Stone|Mother Jones
    The Nation|The New Republic|New Yorker|The New Yorker|The Atlantic|The Economist|The Spectator
    New Statesman|Private Eye|Punch|Prospect|National Geographic|Smithsonian|Smithsonian Magazine
    Natural History|American Heritage|Archaeology|Orion|History Today|Discover|New Scientist
    Scientific American|Popular Science|Popular Mechanics|Ars Technica|Foreign Affairs
    Foreign Policy|The Diplomat|Far Eastern Economic Review|FEER|Asiaweek|Asia Week|Nikkei Asia
    BusinessWeek|Business Week|Bloomberg Businessweek|Businessweek|Barron's|Fast Company
    Der Spiegel|Stern|Focus|Geo|Profil|Cicero|L'Express|Le Point|L'Obs|Le Nouvel Observateur
    Paris Match|Le Canard enchaîné|Marianne|Charlie Hebdo|L'Espresso|Panorama|Oggi|Cambio 16
    Proceso|Veja|Época|Semana|Caretas|Hola|Ogoniok|Ogonyok|Profile|Outlook|India Today|Frontline
    The Week|The Caravan|Caravan|Open|Bungei Shunju|Shukan Bunshun|Sekai|Chuo Koron|Sisa Journal
    Rimjin-gang|Macleans|Maclean's|The Walrus|Reader's Digest|Utne Reader|Commentary|Dissent
    Lapham's Quarterly|Saveur|Gourmet|Bon Appétit|Cosmopolitan|Condé Nast Traveler
    Condé Nast Traveller|Travel + Leisure|Entertainment Weekly|Sports Illustrated|Ms.
    London Review of Books|New York Review of Books|Times Literary Supplement|TLS|Paris Review|n+1
    Aeon|Time magazine|Life magazine|The New York Times Magazine|New York Times Magazine
    New York Times Book Review|Washington Monthly|National Review|Weekly Standard|American Scholar
    Wilson Quarterly|World Policy Journal|National Geographic Traveler|Smithsonian magazine
    Times Higher Education|Times Magazine|Yale Review|Virginia Quarterly Review
    Columbia Journalism Review|MIT Technology Review|Technology Review|Harvard Business Review
    Bulletin of the Atomic Scientists|World Today|Current History|Asian Geographic|Beijing Review
    China Pictorial|Korea Journal|Boston Review|Saturday Evening Post|Saturday Review
    US News & World Report|U.S. News & World Report|US News and World Report
    """
)
JOURNALS = _names(
    """
    Nature|Science|Cell|The Lancet|JAMA|BMJ|PNAS|PLOS ONE|PLoS ONE|PLOS Biology|Gut|Brain|Neuron
    Antiquity|New England Journal of Medicine|British Medical Journal|Nature Communications
    Science Advances|Physical Review Letters|Current Anthropology|Past & Present|Past and Present
    Isis|Mind|Daedalus|Osiris|Speculum|Ethnos|Econometrica|World Politics|International Security
    Pacific Affairs|Asian Survey|Modern Asian Studies|The China Quarterly|Monumenta Nipponica
    Artibus Asiae|T'oung Pao|Acta Koreana|American Historical Review|English Historical Review
    Annales|Critical Inquiry|Representations|Diogenes|Ecology|Geology|Evolution|Genetics|Icarus
    Chest|Circulation|Lingua|Phonology|Synthese|Noûs|Ethics|American Journal of Sociology
    American Political Science Review|American Economic Review|Quarterly Journal of Economics
    Journal of Asian Studies|Journal of Democracy|Journal of Korean Studies|Korea Observer
    North Korean Review|Geographical Review|Geographical Journal|Scientific Reports
    Annals of Internal Medicine|Journal of Political Economy|Journal of Modern History
    Journal of World History|Harvard Journal of Asiatic Studies
    Proceedings of the National Academy of Sciences|Philosophical Transactions
    Royal Society Open Science|Economic History Review|Technology and Culture|Film Quarterly
    """
)
STATIONS = _names(
    """
    ABC|BBC|CBS|CNN|NPR|NBC|PBS|RFA|VOA|RT|NHK|CBC|CTV|ITV|ITN|RTÉ|SBS|KBS|MBC|EBS|JTBC|YTN|TBS|ZDF
    ARD|WDR|NDR|SWR|MDR|ORF|SRF|RTS|RAI|RTVE|TVE|RTP|RTBF|VRT|NOS|SVT|NRK|DR|YLE|ERT|TRT|CCTV|CGTN
    TVB|RTHK|NDTV|GMA|MSNBC|Fox News|CNBC|C-SPAN|HBO|Sky|Al Jazeera|Al Jazeera English|Al Arabiya
    Deutsche Welle|DW|France 24|RFI|RFE/RL|Radio France|France Inter|France Culture|Europe 1
    Voice of America|Channel 4|Channel NewsAsia|CNA|Euronews|Press TV|TV Asahi|Fuji TV|TV Tokyo
    Discovery|History Channel|Discovery Channel|Arte|Telesur|Univision|Telemundo|Radio Free Asia
    Radio Free Europe|Radio Liberty|Radio Free Europe/Radio Liberty|BBC News|BBC World Service
    BBC Radio|BBC Radio 4|ABC News|CBS News|NBC News|Sky News|ITV News|PBS NewsHour
    National Public Radio|CBC News|Voice of Korea|Radio Australia|Radio New Zealand|All India Radio
    Korean Central Television|TV Chosun|Arirang TV|Arirang News|NHK World|60 Minutes|Democracy Now!
    This American Life|Bloomberg Television
    """
)
SITES = _names(
    """
    Wikipedia|Wikimedia Commons|Wikivoyage|Wiktionary|Slate|Salon|Politico|Vox|Axios|Quartz
    HuffPost|BuzzFeed|Huffington Post|The Huffington Post|Daily Beast|The Daily Beast|The Intercept
    ProPublica|The Conversation|Business Insider|Mashable|The Verge|TechCrunch|Gizmodo|Engadget
    LiveScience|Live Science|Space.com|Phys.org|ScienceDaily|Science Daily|EurekAlert|Atlas Obscura
    Medium|Substack|Tumblr|Reddit|Quora|Flickr|Pinterest|Facebook|Twitter|YouTube|Instagram|TikTok
    LinkedIn|Weibo|WeChat|Naver|Daum|Yahoo|Google|Google Books|IMDb|Statista|Encarta|Britannica
    Answers|About|Infoplease|Bartleby|Project Gutenberg|Internet Archive|JSTOR|Lonely Planet
    Rough Guides|TripAdvisor|Bellingcat|Snopes|38 North|Global Voices|Drudge Report|Breitbart
    OpenDemocracy|Truthout|Quillette|Undark|Nautilus|Hyperallergic|Pitchfork|Eater|FiveThirtyEight
    Mental Floss|Encyclopaedia Britannica|Encyclopedia Britannica|Encyclopædia Britannica
    World Factbook|CIA World Factbook|Our World in Data|World Atlas|Worldometer|Yahoo News
    Google News|BBC Online|Facts and Details|History.com|Biography.com
    Stanford Encyclopedia of Philosophy|Oxford English Dictionary|Merriam-Webster|Dictionary.com
    New World Encyclopedia|World History Encyclopedia|Urban Dictionary
    """
)
PUBLISHERS = _names(
    """
    Penguin|Random House|Penguin Random House|Penguin Books|Routledge|HarperCollins|Harper & Row
    Harper & Brothers|Harper|Harper Perennial|Macmillan|Palgrave|Palgrave Macmillan|Knopf
    Alfred A. Knopf|Doubleday|Springer|Elsevier|Wiley|John Wiley & Sons|Wiley-Blackwell|Scribner
    Scribner's|Charles Scribner's Sons|Norton|W. W. Norton|W.W. Norton|W. W. Norton & Company
    Blackwell|Brill|E. J. Brill|Vintage|Vintage Books|Picador|Faber|Faber & Faber|Faber and Faber
    Bloomsbury|Viking|Pantheon|Hachette|Simon & Schuster|Simon and Schuster|Tuttle
    Charles E. Tuttle|Gale|Cengage|Cengage Learning|Greenwood|ABC-CLIO|Sage|Polity|Verso
    Thames & Hudson|Thames and Hudson|Phaidon|Taschen|Abrams|Harry N. Abrams|Chatto & Windus
    Jonathan Cape|Hodder & Stoughton|Victor Gollancz|Gollancz|Methuen|William Collins|Allen & Unwin
    George Allen & Unwin|Allen Lane|André Deutsch|Secker & Warburg|John Murray|Longman|Longmans
    Longmans, Green|Constable|Canongate|Granta Books|Profile Books|Atlantic Books|Grove Press
    Basic Books|Farrar, Straus and Giroux|Farrar, Straus & Giroux|Little, Brown
    Little, Brown and Company|Houghton Mifflin|Houghton Mifflin Harcourt|Harcourt|Harcourt Brace
    Holt|Henry Holt|Holt, Rinehart and Winston|G. P. Putnam's Sons|Putnam|Crown|Crown Publishing
    Ballantine|Bantam|Dell|Dutton|E. P. Dutton|William Morrow|Morrow|Lippincott|J. B. Lippincott
    Prentice-Hall|Prentice Hall|McGraw-Hill|McGraw Hill|Addison-Wesley|Pearson|Oxford|Cambridge
    Oxford University Press|Cambridge University Press|Clarendon Press|Harvard University Press
    Yale University Press|Princeton University Press|MIT Press|Beacon Press|Dover
    Dover Publications|University of California Press|University of Chicago Press
    Stanford University Press|Cornell University Press|Duke University Press|Zed Books|Hanser
    Carl Hanser|Suhrkamp|S. Fischer|Rowohlt|Piper|C. H. Beck|C.H. Beck|dtv|Reclam|Ullstein
    Mohr Siebeck|De Gruyter|Walter de Gruyter|Vandenhoeck & Ruprecht|Franz Steiner|Harrassowitz
    Gallimard|Éditions du Seuil|Seuil|Flammarion|Grasset|Plon|Fayard|Albin Michel|Actes Sud
    La Découverte|Hermann|Einaudi|Mondadori|Feltrinelli|Adelphi|Laterza|Il Mulino|Rizzoli|Bompiani
    Planeta|Alfaguara|Anagrama|Tusquets|Siglo XXI|Sudamericana|Losada|Companhia das Letras|Kodansha
    Shogakukan|Iwanami Shoten|Iwanami|Shinchosha|Chuokoron|Kadokawa|Changbi|Minumsa
    Zhonghua Book Company|Zhonghua Shuju|Commercial Press|Foreign Languages Press
    Foreign Languages Publishing House|Progress Publishers|Nauka|Hollym|Jimoondang|Seoul Selection
    Weatherhill|Silkworm Books|NUS Press|Equinox|Lexington Books|Rowman & Littlefield|Edward Elgar
    Ashgate|Berghahn|Transaction|Westview Press|M. E. Sharpe|Orbis|O'Reilly|O'Reilly Media|Manning
    Packt|No Starch Press|Apress|Workman|Chronicle Books|Scholastic|Ladybird|Usborne
    """
)
BODIES = _names(
    """
    UN|EU|WHO|IMF|FAO|WFP|ILO|IAEA|OECD|WTO|NATO|ASEAN|CIA|FBI|NSA|NASA|NOAA|USGS|EPA|CDC|FDA|USDA
    USAID|ESA|CERN|UNESCO|UNICEF|UNDP|UNEP|UNHCR|UNFPA|UNODC|OCHA|IPCC|ICRC|IUCN|WWF|INTERPOL
    Interpol|Europol|Eurostat|KINU|KOTRA|World Bank|United Nations|European Union|Red Cross
    Amnesty International|Human Rights Watch|Greenpeace|Oxfam|Médecins Sans Frontières
    Doctors Without Borders|Save the Children|Transparency International|Freedom House
    Reporters Without Borders|Pew Research Center|Gallup|RAND|Brookings|Chatham House
    Smithsonian Institution|U.S. State Department|State Department|White House|Pentagon|Kremlin
    Bank of Korea|Bank of England|Human Rights Campaign|International Crisis Group
    Carnegie Endowment|Council on Foreign Relations|Nobel Foundation|Library of Congress
    World Health Organization|World Trade Organization|International Monetary Fund
    World Food Programme|Food and Agriculture Organization|United Nations Development Programme
    UN Women|International Labour Organization|International Labor Organization|European Commission
    European Parliament|Council of Europe|African Union|Asian Development Bank|National Archives
    US Census Bureau|U.S. Census Bureau|U.S. Department of State|US Department of State
    U.S. Geological Survey|National Park Service|British Museum|British Library
    Metropolitan Museum of Art|Palace Museum|National Museum of Korea|National Palace Museum
    Museum of Modern Art|Victoria and Albert Museum|Rijksmuseum|Louvre|Hermitage Museum
    Korea Institute for National Unification|Ministry of Unification|National Intelligence Service
    Asia Society|Japan Foundation|Korea Foundation|Royal Geographical Society
    American Chemical Society|International Committee of the Red Cross|International Energy Agency
    World Wildlife Fund|United Nations High Commissioner for Refugees
    Committee to Protect Journalists|Center for Strategic and International Studies
    """
)

NEWS = AGENCIES | NEWSPAPERS | MAGAZINES | STATIONS
"""What brings news, by name."""
KNOWN = NEWS | JOURNALS | SITES | BODIES
"""All names that are no person's, those of publishers aside: many of these are family names."""


def what(name: str) -> str:
    """Return what bears the name: ``newspaper``, ``agency``, ``publisher`` …; "" where unknown."""
    bare = plain(name)
    return next((kind for kind, names in _KINDS if bare in names), "")


_KINDS = (
    ("agency", AGENCIES),
    ("newspaper", NEWSPAPERS),
    ("magazine", MAGAZINES),
    ("journal", JOURNALS),
    ("broadcaster", STATIONS),
    ("website", SITES),
    ("organisation", BODIES),
    ("publisher", PUBLISHERS),
)
