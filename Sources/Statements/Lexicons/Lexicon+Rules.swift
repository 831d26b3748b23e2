/// Words that one rule or two ask for. Data, not rules.
extension Lexicon {
  static let the = Lexicon("the")

  /// Words after which a country is a cause and not a home: `Friends of …`, `Free …`.
  static let countryCauses = Lexicon(
    """
    for,against,with,free,stop,save,friends of,solidarity with,on,to,boycott,help,about,from
    amis de,amigos de,freunde,pro,contra,pour,para,für,concerned
    """)

  /// Bodies: a name that begins with a country and ends with one of these is at home there.
  static let countryBodies = Lexicon(
    """
    association,union,federation,committee,society,council,network,foundation,party,center,centre
    alliance,coalition,academy,institute,initiative,group,organization,organisation,community,club
    congress,forum,league,chapter,branch,office,section,fund,trust,platform,program,programme
    confederation,commission,board,movement,cooperative,collective
    """)

  /// Short names that stand for a home wherever they are in a name.
  static let shortCountries = Lexicon("uk,u.k.,usa,u.s.a.,uae")

  /// Names of states, rivers, persons or peoples too, or so often the subject of a cause that a
  /// name with them says nothing of where its bearer lives.
  static let ambiguousCountries = Lexicon(
    "georgia,jordan,chad,jersey,china,us,america,antigua,emirates,salvador,maurice,niger,guinea")

  /// Before a speaker who is told without a verb: `Dazu Jane Doe, Vorsitzende: …`.
  static let introducers = Lexicon("dazu,hierzu,auch")

  /// Before the last of a series.
  static let conjunctions = Lexicon("and,&,et,und,y,e,en,i,as well as,ve,и,و,و‌,和")

  static let speakerLinks = Lexicon("of,from,at,with,for,representing,de,von,vom,du,del,di")

  static let undersigned = Lexicon("undersigned")

  static let sayings = Lexicon("statement,statements,tweet,comment,erklärung,déclaration")

  static let ranks = Lexicon(
    "professor,professorin,professeur,professeure,profesor,profesora,professora,professoressa")

  static let aliases = Lexicon("aka,a.k.a,alias,née,geb,dite,dit")

  static let onBehalf = Lexicon(
    "on behalf of,for and on behalf of,representing,au nom de,en nombre de,im namen,a nome di")

  static let academic = Lexicon(
    """
    university,college,faculty,department,school of,universität,université,universidad,universidade
    università,universiteit,üniversitesi,professor,phd,ph.d,emeritus,institute of technology
    """)

  static let bodiesInPlural = Lexicon(
    """
    organizations,organisations,organization,organisation,groups,ngos,institutions,associations
    organisationen,organizaciones,companies,civil society
    """)

  static let pointing = Lexicon("please,see,read,find,download,siehe,voir,ver,véase,zie")

  static let selves = Lexicon("we,wir,nous,nosotros,nós,noi,wij,vi,biz,мы,ми,my")

  /// Those whom a text does not name: `and the rest of …`.
  static let othersBesides = Lexicon(
    """
    the rest of,others,many others,many more,more,weitere,viele weitere,andere,otros,otras
    muchos otros,d'autres,autres,altri,molti altri,outros,outras,anderen
    """)

  /// What belongs to the name before its comma: `Test Society, Inc.`
  static let legalForms = Lexicon("inc,ltd,llc,plc,gmbh,e.v,a.c,s.a,a.s.b.l,corp,llp,pbc")

  /// Before names, some of which have them.
  static let articles = Lexicon(
    """
    a,an,the,our,un,une,ein,eine,la,le,les,el,los,las,il,lo,den,dem,der,die,das,l,gli,het,de,een,o
    nos,notre
    """)

  static let withinDates = Lexicon("of,de,del,d',the,г")

  /// Parts of an organization.
  static let partsOfBodies = Lexicon(
    "program,programme,department,team,division,unit,section,abteilung,département,departamento")

  /// Posts that are held in a place and not in an organization.
  static let offices = Lexicon(
    """
    senator,assemblyman,assemblywoman,assemblymember,councilman,councilwoman,councilmember,mayor
    governor,candidate,sheriff,undersecretary,comptroller,minister,ambassador,deputy,mp
    """)

  static let placeLinks = Lexicon("at,with,from,bei,beim,chez,presso")

  static let at = Lexicon("at")

  static let from = Lexicon("from")

  static let ofs = Lexicon(
    "of,for,de,des,der,du,del,della,dello,dell,di,da,do,dos,das,von,van,vom,d,in,en,à")

  static let links = Lexicon(
    """
    of,from,at,with,for,representing,on behalf of,the,de,du,des,del,vom,von,van,di,da,do,is,dell
    della,dello,dos,das,d,chez,bei,von der,van de,van het,auprès de,pour
    """)

  static let clauses = Lexicon("who,whose,which,that,has,had,is,was,where")

  static let prizes = Lexicon("nobel,prize,award,laureate,pulitzer")

  /// Those who are not yet what follows.
  static let aspirants = Lexicon("candidate,nominee,kandidat,kandidatin,candidato,candidata")

  static let bodies = Lexicon(
    """
    association,foundation,union,federation,network,institute,center,centre,alliance,coalition
    project,watch,international,society,initiative,movement,campaign,forum,group,organization
    """)

  static let alsoGivenNames = Lexicon("will,june,april,so,an")

  static let homeLinks = Lexicon("of,from,de,von,bei,chez,di,van")

  static let inside = Lexicon("in,en,em,im,au")

  static let kindsOfBodies = Lexicon(
    """
    organization,organisation,group,nonprofit,non-profit,coalition,network,company,alliance,charity
    ngo,think-tank,startup,foundation,association,collective,union,newspaper,magazine,agency
    """)

  static let weekdays = Lexicon(
    [
      "monday,lundi,lunes,montag,lunedì,segunda-feira,maandag,pazartesi,понедельник",
      "tuesday,mardi,martes,dienstag,martedì,terça-feira,dinsdag,salı,вторник",
      "wednesday,mercredi,miércoles,mittwoch,mercoledì,quarta-feira,woensdag,çarşamba,среда",
      "thursday,jeudi,jueves,donnerstag,giovedì,quinta-feira,donderdag,perşembe,четверг",
      "friday,vendredi,viernes,freitag,venerdì,sexta-feira,vrijdag,cuma,пятница",
      "saturday,samedi,sábado,samstag,sabato,zaterdag,cumartesi,суббота",
      "sunday,dimanche,domingo,sonntag,domenica,zondag,pazar,воскресенье",
    ].enumerated().flatMap { day, names in
      names.split(separator: ",").map { (Array($0.utf8), UInt16(day)) }
    })

  static let counted = Lexicon(
    """
    organizations,organisations,groups,ngos,signatories,signers,associations,individuals,experts
    academics,organization,organisation,csos,unions,companies,institutions,networks,mps,lawmakers
    parliamentarians,scholars,leaders,startups,laureates,charities,coalitions,people,activists
    """)

  static let least = Lexicon("over,more than,at least,above,upwards of,some,nearly,almost")

  static let almost = Lexicon("nearly,almost,some,about,around,approximately")

  static let posted = Lexicon(
    """
    posted,posted on,published,published on,date,updated,last updated,issued,released,publié le
    publicado el,publicado em,veröffentlicht am,pubblicato il,发布日期,發布日期
    """)

  static let salutations = Lexicon(
    """
    dear,to,attention,attn,honourable,honorable,your excellency,your excellencies,excellency
    excellencies,estimado,estimada,estimados,estimadas,madame,monsieur,mesdames,cher,chère,chers
    sehr geehrte,sehr geehrter,liebe,caro,cara,gentile,egregio,prezado,prezados,geachte,sayın
    уважаемый,уважаемые,cc,尊敬的,re
    """)

  static let pages = Lexicon("page,p,pg,seite,página,pagina,sayfa,sida,side,strona,strana")

  static let ofPages = Lexicon("of,von,sur,de,di,van,av,z")

  static let beforeDates = Lexicon("le,den,il,the,on,a,em,el,à,am,d")

  static let issuing = Lexicon(
    """
    issued,published,released,release,publish,issue,launched a joint,signed a joint,sent,send,sends
    publishes,issues,releases,publishing,issuing,releasing,a joint statement,an open letter
    """)

  static let today = Lexicon("today,heute,aujourd'hui,hoy,oggi,hoje,vandaag,bugün")

  static let abouts = Lexicon("about,über,à propos de,a propos de,sobre,acerca de,over")

  static let bylines = Lexicon("by,von,par,por,author,posted by")
}
