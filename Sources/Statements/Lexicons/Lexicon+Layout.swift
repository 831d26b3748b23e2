/// The words that tell what a line is for. Data, not rules: which stage asks for them is said in
/// each comment.
extension Lexicon {
  /// Lines of a site's navigation, whole.
  static let navigation = Lexicon(
    """
    home,about,about us,contact,contact us,news,latest news,the latest,latest,events,publications
    donate,campaigns,menu,search,login,log in,sign in,sign up,subscribe,join,join us,get involved
    take action,media,media kit,multimedia,press,press room,resources,blog,shop,faq,support us
    members
    membership,who we are,what we do,our work,our team,team,skip to content,skip to main content
    español,français,english,deutsch,português,italiano,العربية,中文,русский,türkçe,themes,timeline
    issues,topics,archive,privacy,privacy policy,privacy & policy,terms,terms of use,sitemap,careers
    newsletter,facebook,twitter,instagram,youtube,accueil,inicio,startseite,noticias,actualités
    contacto,kontakt,über uns,spenden,spende,faire un don,recommended,projects,programs,programmes
    more articles,related articles,related posts,next,previous,share,print,download,back,back to top
    """)

  /// Kickers: lines above a title that say what kind of text follows.
  static let kickers = Lexicon(
    """
    press release,media release,news release,for immediate release,immediate release,joint statement
    statement,public statement,open letter,joint letter,joint open letter,joint press release,news
    joint public statement,press statement,media statement,letter,communiqué,joint communiqué
    announcement,declaration,joint declaration,call to action,appeal,sign-on letter,pdf,update
    embargoed,blog,article,opinion,communiqué de presse,lettre ouverte,déclaration commune
    déclaration conjointe,comunicado,comunicado conjunto,comunicado de prensa,carta abierta
    declaración conjunta,nota de prensa,pressemitteilung,gemeinsame erklärung,offener brief
    comunicato stampa,dichiarazione congiunta,lettera aperta,carta aberta,declaração conjunta
    nota de imprensa,persbericht,gezamenlijke verklaring,open brief,basın açıklaması,ortak açıklama
    пресс-релиз,совместное заявление,открытое письмо,联合声明,聯合聲明,公开信,公開信,新闻稿,新聞稿
    بيان مشترك,بيان,بيان صحفي,بىرلەشمە بايانات,བརྡ་ཁྱབ
    """)

  /// Words that titles of statements have.
  static let statementWords = Lexicon(
    """
    statement,letter,declaration,appeal,call,calls,call on,urge,urges,condemn,condemns,demand
    demands
    press release,media release,release,open letter,joint,communiqué,petition,resolution,response
    submission,coalition,organizations,organisations,groups,ngos,civil society,welcome,welcomes
    déclaration,lettre,communiqué,appel,declaración,carta,comunicado,llamamiento,erklärung,brief
    aufruf,dichiarazione,lettera,appello,declaração,verklaring,açıklama,bildiri,заявление,письмо
    """)

  /// Documents: what a statement quotes when nobody speaks.
  static let documents = Lexicon(
    """
    statement,statements,letter,letters,documents,text,declaration,resolution,convention,report,law
    bill,act,treaty,agreement
    article,petition,appeal,constitution,preamble,judgment,judgement,ruling,verdict,it,which
    document
    charter,full text,communiqué,motion,submission,section,paragraph,recommendation,recommendations
    guidelines,principles,policy,memo,memorandum,slogan,banner,sign,signs,banners,tweet,study
    """)

  /// Last words of the names of laws and treaties.
  static let instruments = Lexicon(
    """
    act,bill,convention,treaty,covenant,charter,protocol,constitution,regulation,directive,ordinance
    declaration,resolution,statute,preamble,decree,memorandum,amendment,agreement
    """)

  /// A heading with one of these stands over signatories. Stems of languages without spaces, and
  /// of languages that bend words, are in `signatoryStems`.
  static let signatoryWords = Lexicon(
    """
    signatories,signatory,signatory organizations,signatory organisations,signed,signed by,signers
    signees,co-signed,cosigned,co-signed by,cosigned by,co-signatories,cosignatories,cosigners
    co-signers,undersigned,endorsed,endorsed by,endorsers,endorsements,endorsing,endorsees
    supporting organizations,supporting organisations,supported by,supporters,sign-ons,sign-on
    signatures,signing organizations,signing organisations,sponsored by,co-sponsors
    participating organizations,participating organisations
    firmantes,firman,firmado,firmado por,firmas,suscriben,suscriptores,adherentes,adhesiones
    organizaciones firmantes,apoyan,signataires,signataire,signé,signé par,signée par,signent
    les signataires,organisations signataires,cosignataires,soutenu par,soutiens
    premiers signataires
    unterzeichner,unterzeichnerinnen,unterzeichnende,unterzeichnet,unterzeichnet von,unterstützt von
    unterzeichnenden,unterzeichneten,unterzeichnende organisationen,erstunterzeichner,unterstützer
    mitwirkende,mitwirkende organisationen,beteiligte organisationen
    unterschriften,mitunterzeichner,erstunterzeichnerinnen,unterstützerinnen,mitunterzeichnerinnen
    firmatari,firmato,firmato da,firme,sottoscritto da,sottoscrivono,aderiscono,adesioni
    sottoscrittori
    signatários,signatárias,assinam,assinado por,assinaturas,subscrevem,subscritores,apoiam
    ondertekenaars,ondertekend,ondertekend door,ondertekenende organisaties,handtekeningen
    undertecknare,undertecknat av,undertecknade,underskrivere,underskrevet av,underskrevet af
    allekirjoittajat,allekirjoittaneet,sygnatariusze,podpisani,podpisy,podpisali,signatáři,podepsáni
    imzalayanlar,imzacılar,imzalayan kuruluşlar,imzacı kuruluşlar,imza,imzalar,destekleyenler
    подписали,подписанты,подписи,подписавшие,підписанти,підписали,підписи,aláírók,semnatari
    semnatarii
    associations signataires,signatárias e signatários
    entidades signatárias,organizações signatárias,organizaciones adherentes,entidades firmantes
    abajo firmantes,primeros firmantes,i firmatari,le firmatarie,prime firme
    organizzazioni firmatarie
    signants,organitzacions signants,sinatarios,mede ondertekend door,mede-ondertekenaars
    organizacje sygnatariusze,podpisane organizacje,podepsané organizace,signatárske organizácie
    podpísaní,aláíró szervezetek,organizații semnatare,организации подписали,организации-подписанты
    організації-підписанти,подписали се,подписани,потписници,подносители,underskrivna,undertegnede
    underskrifter,medunderskrivere,allekirjoittaneet järjestöt,yhteiset allekirjoittajat,imzacı
    υπογράφουν οι,υπογράφουσες οργανώσεις,potpisani,potpisuju,podpisnice
    υπογράφουν,υπογράφοντες,potpisnici,podpisniki,penandatangan,tandatangan,ditandatangani oleh
    """)

  /// A line with one of these stands over signatories when a colon ends it.
  static let signatoryPhrases = Lexicon(
    """
    coalition members,coalition includes,coalition include,groups include,organizations include
    organisations include,members include,the groups are,the organizations are,the organisations are
    members are,partners are,coalition comprises,partners include,groups are,in alphabetical order
    submitted by,presented by,initiated by,coordinated by,in partnership with,supported by
    co-hosted by
    joined by,comprised of,composed of,consists of,on behalf of,joining the,members of the coalition
    issued by,jointly issued by,we are,organizations,organisations,the following,members
    al nombre de
    en nombre de,au nom de,im namen von,a nome di,em nome de,namens,organizaciones,organisationen
    organisations suivantes,les organisations,organizzazioni,organizações,released by,statement by
    """)

  /// Found anywhere in a heading over signatories.
  static let signatoryStems: [[UInt8]] = [
    "签署", "簽署", "联署", "連署", "聯署", "署名", "签名", "簽名", "共同发表", "賛同", "연명", "서명",
    "الموقع", "موقع", "التوقيع", "امضا", "ئىمزا", "མིང་རྟགས", "མཚན་རྟགས", "ས་ཡིག", "חתומים",
    "हस्ताक्षर", "倡议人", "倡議人", "发起人", "發起人", "共同发起", "共同發起", "呼びかけ人", "υπογρ", "Υπογρ", "підписа",
    "Підписа",
    "Підписи", "подписал", "Подписал", "подписан", "Подписан", "Подписи",
  ].map { Array($0.utf8) }

  /// A letter's end: what follows on lines of its own are those who sign.
  static let closings = Lexicon(
    """
    sincerely,yours sincerely,sincerely yours,yours faithfully,yours truly,respectfully,signed
    yours,best,best wishes,with best wishes,thank you,thanks,many thanks,warmly,with appreciation
    with thanks,in peace,in hope,yours in solidarity,with gratitude,salutations distinguées
    respectfully submitted,respectfully yours,best regards,kind regards,regards,in solidarity
    with best regards,with kind regards,with respect,yours respectfully,faithfully,warm regards
    cordialement,bien cordialement,respectueusement,atentamente,cordialmente,saludos cordiales
    respetuosamente,hochachtungsvoll,mit freundlichen grüßen,distinti saluti,cordiali saluti
    veuillez agréer,salutations cordiales,solidairement,en toute solidarité,un cordial saludo
    un saludo,sin otro particular,en solidaridad,cordialement vôtre,mit solidarischen grüßen
    mit besten grüßen,beste grüße,viele grüße,freundliche grüße,mit hochachtung,in fede
    con osservanza,cordialmente vostri,com os melhores cumprimentos,cordiais saudações
    respeitosamente,saudações,met hartelijke groet,hartelijke groeten,z poważaniem
    z wyrazami szacunku
    s pozdravem,s úctou,s pozdravom,med vänlig hälsning,med vänliga hälsningar,med venlig hilsen
    med vennlig hilsen,vennlig hilsen,ystävällisesti,kunnioittaen,tisztelettel,cu stimă,cu respect
    з повагою,с уважение,s poštovanjem,lep pozdrav,με εκτίμηση,saygılarımla,hormat kami,salam hormat
    atenciosamente,hoogachtend,met vriendelijke groet,saygılarımızla,с уважением,此致,敬上,谨启
    """)

  /// A heading with one of these makes a plain demand or topic list, not signatories.
  static let demandWords = Lexicon(
    """
    call on,call upon,calls on,calls upon,urge,urges,demand,demands,recommend,recommends,to
    recommendations,request,requests,ask,asks,insist,we believe,that
    following steps,steps,whether,would,should,must
    """)

  /// What follows these may be names as well as matters.
  static let including = Lexicon("include,includes,including")

  /// Words before the colon of a heading over demands.
  static let demandEnds = Lexicon(
    """
    to,that,on,upon,for,should,must,urge,demand,recommend,request,à,de,que,a,para,auf,dass,di,che,zu
    call,government,governments,states,parliament,council,authorities,commission,minister
    """)

  /// Lines over parts of a list of signatories.
  static let subheadings = Lexicon(
    """
    global,international,regional,national,local,organizations,organisations,organization
    individuals
    individual,individual signatories,international organizations,international organisations,groups
    regional organizations,regional organisations,national organizations,national organisations
    academics,experts,scholars,civil society,civil society organizations,civil society organisations
    ngos,companies,institutions,networks,coalitions,trade unions,unions,parliamentarians,politicians
    journalists,lawyers,artists,africa,asia,europe,americas,latin america,north america
    south america
    middle east,oceania,pacific,asia pacific,asia-pacific,caribbean,central asia,organizational
    organisational,organizational signatories,organisational signatories,associations,persons,people
    organisations internationales,organisations nationales,individus,personnes,personnalités
    organizaciones,organizaciones internacionales,organizaciones nacionales,personas,individuos
    organisationen,einzelpersonen,personen,organizzazioni,organizações,individui,indivíduos,personae
    africa & middle east,middle east and north africa,mena,sub-saharan africa,east africa
    west africa
    southern africa,south asia,southeast asia,east asia,asia and the pacific,europe and central asia
    latin america and the caribbean,central america,the americas,afrique,asie,amériques,caraïbes
    amérique latine,amérique du nord,amérique du sud,moyen-orient,océanie,asie-pacifique
    organisations
    internationales,nationales,internationaux,áfrica,europa,américa latina,américa del norte
    américas
    américa del sur,oriente medio,oceanía,caribe,asia-pacífico,internacional,internacionales
    nacional
    nacionales,regionales,organizaciones nacionales,afrika,asien,lateinamerika,nordamerika
    südamerika
    naher osten,ozeanien,asien-pazifik,internationale organisationen,nationale organisationen
    ásia,américa do norte,américa do sul,médio oriente,oceânia,internacionais,nacionais
    america latina
    organizações internacionais,organizações nacionais,medio oriente,internazionali,nazionali,asya
    avrupa,африка,азия,европа,أفريقيا,آسيا,أوروبا,منظمات دولية,منظمات وطنية,亚洲,亞洲,非洲,欧洲,歐洲
    美洲,北美,北美洲,南美洲,拉丁美洲,大洋洲,中东,国际,國際,国际组织,國際組織
    kuruluşlar,kişiler,bireyler,организации,физические лица,团体,團體,个人,個人,组织,組織,منظمات,أفراد
    """)

  /// The words among the former that promise persons.
  static let personHeadings = Lexicon(
    """
    individuals,individual,academics,experts,scholars,parliamentarians,politicians,journalists
    lawyers,artists,persons,people,individus,personnes,personnalités,personas,individuos
    einzelpersonen,personen,individui,indivíduos,kişiler,bireyler,физические лица,个人,個人,أفراد
    professors,researchers,scientists,writers,authors,activists,survivors,members of parliament
    laureates,former,leaders,economists,physicians,doctors,students,in a personal capacity
    """)

  /// Lines that say how a list is ordered, or what its columns are.
  static let columnHeads = Lexicon(
    """
    organization,organisation,organizations,organisations,name,names,country,signatory,title,role
    affiliation,position,no,nr,#,n°,nom,pays,organización,nombre,país,name of organization
    name of organisation,organization name,organisation name,land,institution,city,country/region
    """)

  /// Headings over notes that belong to the text but are no part of it.
  static let noteHeadings = Lexicon(
    """
    notes,note,footnotes,endnotes,references,sources,notes to editors,note to editors,editor's notes
    editors' notes,notes for editors,notas,références,anmerkungen,fußnoten,quellen,note
    notes aux rédacteurs,dipnotlar,kaynaklar,примечания,注释,註釋,ملاحظات,bibliography
    """)

  /// Headings over contacts.
  static let contactHeadings = Lexicon(
    """
    contact,contacts,media contact,media contacts,press contact,press contacts,contact us
    for more information,for further information,for media inquiries,for media enquiries
    media inquiries
    media enquiries,press inquiries,press enquiries,further inquiries,for press inquiries
    for interviews
    for more information contact,for further information contact,for more information please contact
    for further information please contact,for media inquiries please contact,contact for media
    please contact,to arrange interviews,contact information,contact details,contacto,contactos
    contact presse,contacts presse,pressekontakt,kontakt,contatti,contato,contatos,iletişim,контакты
    联系,联系方式,联络,聯絡,للتواصل
    """)

  /// Headings over links and other furniture after or between the parts of a text.
  static let furnitureHeadings = Lexicon(
    """
    further information,additional information,additional resources,important links,links
    related links,related,related posts,related articles
    related content,more information,read more,see also,further reading,resources,more articles
    read next,more news,latest news,share this,share,tags,tagged,categories,category,topics
    downloads
    download,attachments,follow us,join our mailing list,subscribe,newsletter,stay informed,comments
    leave a comment,leave a reply,support us,donate,table of contents,contents,on this page
    in this article,you may also like,recent posts,previous,next,about the author,documents
    inhaltsverzeichnis,sommaire,table des matières,contenido,índice,目录,目錄,weiterführende links
    """)

  /// Headings over persons and bodies that sign nothing.
  static let otherLists = Lexicon(
    """
    speakers,speakers include,panelists,panellists,moderators,agenda,programme,program,references
    referentes,ponentes,intervenants,intervenantes,redner,rednerinnen,relatori,oradores,palestrantes
    sprekers,sources,quellen,fuentes,fonti,recipients,addressees,destinatarios,destinataires
    """)

  /// Words that begin a line after the last of those who sign.
  static let listEnds = Lexicon(
    """
    cc,cc'd,c.c,copy to,copies to,copied to,with copies to,enc,encl,enclosure,enclosures,attachment
    attachments,annex,appendix,p.s,ccs,bcc,con copia a,copie à,copies à,kopie an,in kopie
    """)

  /// Words that begin a line of furniture: `Copyright …`, `Filed under …`.
  static let furnitureStarts = Lexicon(
    """
    copyright,©,all rights reserved,powered by,built using,built with,filed under,posted in,tags
    read the full,see the full,full text,share this,follow us,follow @,subscribe,sign up,join our
    click here,back to,read more,download
    licensed under,photo,image,tous droits réservés,todos los derechos reservados,alle rechte,tagged
    for more,for further,for media,for press,to learn more,please visit,media contact,press contact
    to sign,to endorse,add your name,sign this,learn more,find out more,available in,also available
    view all,skip to,cookie,cookies,this site uses,this website uses,category,categories,related
    """)

  /// A line that is only this ends the text; what follows is about the publisher.
  static let endMarks = Lexicon(
    "ends,end,-30-,30,xxx,-ends-,- ends -,--ends--,– ends –,[ends],(ends)")
}
