/// The countries of ISO 3166-1: code, English short name, then other names that texts use. A line
/// that begins with `|` goes on with the country above.
enum CountryTable {
  static let rows = """
    AD|Andorra
    AE|United Arab Emirates|UAE|Emirates|Emiratos Árabes Unidos|Émirats arabes unis
    |Vereinigte Arabische Emirate|الإمارات
    AF|Afghanistan|افغانستان|أفغانستان
    AG|Antigua and Barbuda|Antigua
    AI|Anguilla
    AL|Albania|Shqipëria|Albanie|Albanien
    AM|Armenia|Arménie|Armenien
    AO|Angola
    AQ|Antarctica
    AR|Argentina|Argentine|Argentinien
    AS|American Samoa
    AT|Austria|Österreich|Autriche|Oostenrijk|奥地利|奧地利|ئاۋسترىيە
    AU|Australia|Australie|Australien|Avustralya|澳大利亚|澳洲|オーストラリア|أستراليا|ئاۋسترالىيە|Австралия
    AW|Aruba
    AX|Åland Islands
    AZ|Azerbaijan|Azerbaïdjan|Aserbaidschan|Azerbaycan
    BA|Bosnia and Herzegovina|Bosnia|Bosnia-Herzegovina|Bosnia and Hercegovina
    |Bosnie-Herzégovine|Bosna i Hercegovina|Bosnien und Herzegowina
    BB|Barbados
    BD|Bangladesh|Bangladesch|বাংলাদেশ
    BE|Belgium|Belgique|België|Belgien|Bélgica|Belgio|Belçika|比利时|比利時|بلجيكا|Бельгия
    BF|Burkina Faso|Burkina
    BG|Bulgaria|Bulgarie|Bulgarien|България
    BH|Bahrain
    BI|Burundi
    BJ|Benin|Bénin
    BL|Saint Barthélemy
    BM|Bermuda
    BN|Brunei|Brunei Darussalam
    BO|Bolivia|Bolivie|Plurinational State of Bolivia
    BQ|Caribbean Netherlands
    BR|Brazil|Brasil|Brésil|Brasilien|Brasile|巴西|Бразилия
    BS|Bahamas|The Bahamas
    BT|Bhutan|Bhoutan
    BV|Bouvet Island
    BW|Botswana
    BY|Belarus|Bélarus|Weißrussland|Belarús|Беларусь
    BZ|Belize
    CA|Canada|Canadá|Kanada|加拿大|كندا|كانادا|Канада|カナダ
    CC|Cocos Islands
    CD|Democratic Republic of the Congo|DRC|DR Congo|Congo-Kinshasa|RDC
    |République démocratique du Congo|Congo (Democratic Republic)
    CF|Central African Republic|CAR|République centrafricaine
    CG|Republic of the Congo|Congo-Brazzaville|Congo|Congo Republic
    CH|Switzerland|Suisse|Schweiz|Svizzera|Suiza|Suíça|İsviçre|Zwitserland|瑞士|سويسرا|شۋېتسارىيە
    |Швейцария
    CI|Côte d’Ivoire|Ivory Coast|Cote d'Ivoire
    CK|Cook Islands
    CL|Chile|Chili
    CM|Cameroon|Cameroun|Kamerun
    CN|China|People's Republic of China|PR China|PRC|Chine|Cina|中国|中國|Китай
    CO|Colombia|Colombie|Kolumbien
    CR|Costa Rica
    CU|Cuba|Kuba
    CV|Cabo Verde|Cape Verde
    CW|Curaçao
    CX|Christmas Island
    CY|Cyprus|Chypre|Zypern|Kıbrıs
    CZ|Czechia|Czech Republic|Česko|Česká republika|République tchèque|Tschechien
    DE|Germany|Deutschland|Allemagne|Alemania|Alemanha|Germania|Almanya|Duitsland|德国|德國|ドイツ
    |ألمانيا|گېرمانىيە|Германия
    DJ|Djibouti
    DK|Denmark|Danmark|Danemark|Dinamarca|Dänemark|丹麦|Дания
    DM|Dominica
    DO|Dominican Republic|República Dominicana
    DZ|Algeria|Algérie|Algerien|Argelia|الجزائر
    EC|Ecuador|Équateur
    EE|Estonia|Eesti|Estland|Estonie
    EG|Egypt|Égypte|Ägypten|Egipto|مصر
    EH|Western Sahara
    ER|Eritrea
    ES|Spain|España|Espagne|Spanien|Espanha|Spagna|İspanya|Spanje|西班牙|إسبانيا|Испания
    ET|Ethiopia|Éthiopie|Äthiopien
    FI|Finland|Suomi|Finlande|Finnland|Finlandia|Finlandiya|芬兰|芬蘭|Финляндия
    FJ|Fiji|Fidji
    FK|Falkland Islands
    FM|Micronesia|Federated States of Micronesia
    FO|Faroe Islands|Faeroe Islands
    FR|France|Francia|Frankreich|França|Fransa|Frankrijk|法国|法國|フランス|فرنسا|فرانسىيە|Франция
    GA|Gabon
    GB|United Kingdom|UK|Britain|Great Britain
    |United Kingdom of Great Britain and Northern Ireland|England|Scotland|Wales
    |Northern Ireland|Royaume-Uni|Reino Unido|Vereinigtes Königreich|Großbritannien|Regno Unito
    |İngiltere|Birleşik Krallık|英国|英國|イギリス|بريطانيا|المملكة المتحدة|ئەنگلىيە|Великобритания
    GD|Grenada
    GE|Georgia|Géorgie|Georgien|Sakartvelo|საქართველო
    GF|French Guiana
    GG|Guernsey
    GH|Ghana|Gana
    GI|Gibraltar
    GL|Greenland
    GM|Gambia|The Gambia|Gambie
    GN|Guinea|Guinée
    GP|Guadeloupe
    GQ|Equatorial Guinea|Guinea Ecuatorial
    GR|Greece|Grèce|Griechenland|Grecia|Hellas|Ελλάδα|Yunanistan
    GS|South Georgia and the South Sandwich Islands
    GT|Guatemala|Guatémala
    GU|Guam
    GW|Guinea-Bissau
    GY|Guyana
    HK|Hong Kong|Hong Kong SAR|Hongkong|香港
    HM|Heard Island and McDonald Islands
    HN|Honduras
    HR|Croatia|Hrvatska|Croatie|Kroatien
    HT|Haiti|Haïti
    HU|Hungary|Magyarország|Hongrie|Ungarn
    ID|Indonesia|Indonésie|Indonesien|Endonezya|印尼|印度尼西亚
    IE|Ireland|Irlande|Irland|Irlanda|Éire|Republic of Ireland|爱尔兰
    IL|Israel|Israël|以色列|إسرائيل
    IM|Isle of Man
    IN|India|Inde|Indien|Hindistan|Bharat|印度|भारत|الهند|Индия
    IO|British Indian Ocean Territory
    IQ|Iraq|Irak|العراق
    IR|Iran|Islamic Republic of Iran|إيران|ایران|伊朗
    IS|Iceland|Islande|Ísland|Island
    IT|Italy|Italia|Italie|Italien|İtalya|Italië|意大利|義大利|إيطاليا|Италия
    JE|Jersey
    JM|Jamaica|Jamaïque
    JO|Jordan|Jordanie|Jordanien|الأردن
    JP|Japan|Japon|Japón|Japão|Giappone|Japonya|日本|اليابان|ياپونىيە|Япония
    KE|Kenya|Kenia
    KG|Kyrgyzstan|Kyrgyz Republic|Kirghizistan|Kirgisistan|Kyrgyz|Kırgızistan|Кыргызстан
    |Киргизия|قىرغىزىستان
    KH|Cambodia|Cambodge|Kambodscha|Kampuchea|柬埔寨
    KI|Kiribati
    KM|Comoros|Comores
    KN|Saint Kitts and Nevis
    KP|North Korea|DPRK|Democratic People's Republic of Korea
    KR|South Korea|Korea|Republic of Korea|Corée du Sud|Südkorea|韩国|韓國|한국|대한민국|Güney Kore
    KW|Kuwait|Koweït|الكويت
    KY|Cayman Islands
    KZ|Kazakhstan|Kazakstan|Kasachstan|Kazakistan|Казахстан|Қазақстан|哈萨克斯坦|قازاقىستان
    LA|Laos|Lao PDR
    LB|Lebanon|Liban|Libanon|Líbano|لبنان
    LC|Saint Lucia
    LI|Liechtenstein
    LK|Sri Lanka|Srilanka
    LR|Liberia
    LS|Lesotho
    LT|Lithuania|Lietuva|Lituanie|Litauen
    LU|Luxembourg|Luxemburg|Lëtzebuerg
    LV|Latvia|Latvija|Lettonie|Lettland
    LY|Libya|Libye|Libyen|ليبيا
    MA|Morocco|Maroc|Marokko|Marruecos|المغرب
    MC|Monaco|Principality of Monaco
    MD|Moldova|Moldavia|Republic of Moldova|Moldavie
    ME|Montenegro
    MF|Saint Martin
    MG|Madagascar|Madagasikara
    MH|Marshall Islands
    MK|North Macedonia|Macedonia|Republic of North Macedonia|Macédoine du Nord
    ML|Mali
    MM|Myanmar|Burma|Birmanie|缅甸|緬甸
    MN|Mongolia|Mongolie|Mongolei|Монгол|蒙古
    MO|Macao|Macau|澳门|澳門
    MP|Northern Mariana Islands
    MQ|Martinique
    MR|Mauritania|Mauritanie
    MS|Montserrat
    MT|Malta|Malte
    MU|Mauritius|Maurice|Île Maurice
    MV|Maldives|Malediven
    MW|Malawi
    MX|Mexico|México|Mexique|Mexiko|Messico|墨西哥|Мексика
    MY|Malaysia|Malaisie|Malezya|马来西亚|馬來西亞
    MZ|Mozambique|Moçambique
    NA|Namibia|Namibie
    NC|New Caledonia
    NE|Niger
    NF|Norfolk Island
    NG|Nigeria|Nigéria
    NI|Nicaragua
    NL|Netherlands|The Netherlands|Holland|Nederland|Pays-Bas|Niederlande|Países Bajos
    |Países Baixos|Paesi Bassi|Hollanda|荷兰|荷蘭|هولندا|گوللاندىيە|Нидерланды
    NO|Norway|Norge|Noreg|Norvège|Norwegen|Noruega|Norvegia|Norveç|挪威|النرويج|نورۋېگىيە|Норвегия
    NP|Nepal|Népal|नेपाल|尼泊尔
    NR|Nauru
    NU|Niue
    NZ|New Zealand|Aotearoa|Aotearoa New Zealand|Aotearoa/New Zealand|Nouvelle-Zélande
    |Neuseeland|Nueva Zelanda|新西兰|紐西蘭
    OM|Oman
    PA|Panama
    PE|Peru|Perú|Pérou
    PF|French Polynesia
    PG|Papua New Guinea|PNG|Papua Niugini
    PH|Philippines|The Philippines|Filipinas|Pilipinas|Philippinen|菲律宾
    PK|Pakistan|پاکستان|باكستان|巴基斯坦
    PL|Poland|Polska|Pologne|Polen|Polonia|Polonya|波兰|Польша
    PM|Saint Pierre and Miquelon
    PN|Pitcairn Islands
    PR|Puerto Rico|Porto Rico
    PS|Palestine|State of Palestine|Palestinian Territories|Palestina
    |Occupied Palestinian Territory|فلسطين
    PT|Portugal
    PW|Palau
    PY|Paraguay
    QA|Qatar|قطر
    RE|Réunion
    RO|Romania|România|Roumanie|Rumänien
    RS|Serbia|Srbija|Serbie|Serbien|Србија
    RU|Russia|Russian Federation|Russie|Russland|Rusia|Rússia|Rusya|俄罗斯|Россия
    RW|Rwanda
    SA|Saudi Arabia|KSA|Kingdom of Saudi Arabia|Arabie saoudite|السعودية
    SB|Solomon Islands
    SC|Seychelles
    SD|Sudan
    SE|Sweden|Sverige|Suède|Schweden|Suecia|Suécia|Svezia|İsveç|Zweden|瑞典|السويد|شىۋېتسىيە
    |Швеция
    SG|Singapore|Singapour|Singapur|新加坡
    SH|Saint Helena
    SI|Slovenia|Slovenija|Slovénie|Slowenien
    SJ|Svalbard and Jan Mayen
    SK|Slovakia|Slovensko|Slovaquie|Slowakei|Slovak Republic
    SL|Sierra Leone
    SM|San Marino
    SN|Senegal|Sénégal
    SO|Somalia|Somalie|الصومال
    SR|Suriname
    SS|South Sudan|Sudan South
    ST|São Tomé and Príncipe|Sao Tome and Principe
    SV|El Salvador|Salvador
    SX|Sint Maarten
    SY|Syria|Syrian Arab Republic|Syrie|Syrien|سوريا
    SZ|Eswatini|Swaziland
    TC|Turks and Caicos Islands
    TD|Chad|Tchad|Tschad
    TF|French Southern Territories
    TG|Togo
    TH|Thailand|Thaïlande|Tailandia|泰国|ไทย
    TJ|Tajikistan|Tadjikistan|Tacikistan
    TK|Tokelau
    TL|Timor-Leste|East Timor|Timor Leste
    TM|Turkmenistan
    TN|Tunisia|Tunisie|Tunesien|Túnez|تونس
    TO|Tonga
    TR|Türkiye|Turkey|Turquie|Turquía|Türkei|Turchia|Turquia|Turkije|土耳其|تركيا|تۈركىيە|Турция
    TT|Trinidad and Tobago|Trinidad
    TV|Tuvalu
    TW|Taiwan|台湾|台灣|臺灣|Taïwan|Republic of China (Taiwan)
    TZ|Tanzania|Tanzanie|United Republic of Tanzania
    UA|Ukraine|Ukraina|Ukrajina|Україна|Украина|烏克蘭|乌克兰
    UG|Uganda|Ouganda
    UM|United States Minor Outlying Islands
    US|United States|USA|US|United States of America|America|États-Unis|Etats-Unis
    |Estados Unidos|EE.UU.|EEUU|Vereinigte Staaten|Stati Uniti|ABD|Amerika Birleşik Devletleri
    |Verenigde Staten|美国|美國|アメリカ|الولايات المتحدة|ئامېرىكا|США
    UY|Uruguay
    UZ|Uzbekistan|Ouzbékistan|Usbekistan|Özbekistan|Узбекистан|ئۆزبېكىستان
    VA|Vatican City|Holy See|Vatican
    VC|Saint Vincent and the Grenadines
    VE|Venezuela|Bolivarian Republic of Venezuela
    VG|British Virgin Islands
    VI|United States Virgin Islands
    VN|Vietnam|Viet Nam|Việt Nam|越南
    VU|Vanuatu
    WF|Wallis and Futuna
    WS|Samoa
    YE|Yemen|اليمن|Yémen|Jemen
    YT|Mayotte
    ZA|South Africa|RSA|Republic of South Africa|Afrique du Sud|Südafrika|Sudáfrica
    |África do Sul
    ZM|Zambia|Zambie
    ZW|Zimbabwe
    """
}
