/// The words that tell who speaks or signs, and as what.
extension Lexicon {
  static let honorifics = Lexicon(
    """
    congressman,congresswoman,congressmember,representatives,senators
    mr,mrs,ms,miss,mx,dr,prof,professor,sir,dame,lord,lady,baroness,baron,rev,reverend,fr,father
    sister,brother,hon,honourable,honorable,rt hon,right hon,the hon,the honourable,imam,rabbi
    sheikh
    shaikh,haji,hajji,mme,mlle,m,monsieur,madame,maître,sr,sra,srta,don,doña,dott,dottssa,avv
    herr,frau,ing,eng,arch,adv,dra,profa,profª,prof dr,assoc prof,asst prof,associate professor
    rep,sen,gov,amb,cllr,cardinal,الدكتور,الدكتورة,د
    assistant professor,emeritus professor,professor emeritus,professor dr,lama,geshe,khenpo
    rinpoche
    père,frère,sœur,abbé,mgr,monseigneur,pasteur,padre,hermano,hermana,fray,sor,monseñor,suor,fra
    the very rev,very rev,the rt rev,rt rev,the most rev,most rev,the rev,monsignor,pfarrer
    pfarrerin,bischof,pater,schwester,bruder,dominee,ds,zuster,broeder,siostra
    brat,biskup,otec,sestra
    venerable,ven,bishop,archbishop,his holiness,her excellency,his excellency,shri,smt,em prof
    """)

  /// Nouns for what a person is.
  static let roles = Lexicon(
    """
    president,vice-president,director,co-director,chair,co-chair,chairman,chairwoman,chairperson
    ceo,cfo,coo,cto,founder,co-founder,cofounder,coordinator,co-ordinator,co-coordinator,officer
    spokesperson,spokesman,spokeswoman,secretary,secretary-general,treasurer,minister,laureate
    lawyer,attorney,barrister,solicitor,professor,lecturer,researcher,fellow,volunteer,activist
    member,head,manager,adviser,advisor,counsel,editor,editor-in-chief,representative,ambassador
    author,journalist,artist,senator,mp,mep,mla,deputy,commissioner,rapporteur,judge,justice
    economist,scientist,engineer,physician,doctor,nurse,teacher,student,organizer,organiser
    campaigner,analyst,specialist,expert,scholar,writer,poet,filmmaker,survivor,witness,governor
    mayor,councillor,councilor,chancellor,vice-chancellor,rector,dean,principal,provost,partner
    convenor,convener,leader,lead,chief,delegate,envoy,liaison,strategist,consultant,administrator
    trustee,ombudsman,commander,general,bishop,archbishop,pastor,chaplain,imam,rabbi,historian
    anthropologist,sociologist,psychologist,psychiatrist,pediatrician,linguist,translator,curator
    composer,musician,actor,actress,entrepreneur,investor,associate,assistant,intern,technologist
    assemblyman,assemblywoman,assemblymember,councilman,councilwoman,councilmember,comptroller
    candidate,veteran,undersecretary,under-secretary,freeholder,sheriff,alderman,alderwoman,deputy
    developer,programmer,steward,ambassador-at-large,parliamentarian,congressman,congresswoman
    premier,executive,emeritus,patron,publisher,producer,correspondent,critic,defender,advocate
    präsident,präsidentin,vorsitzender,vorsitzende,geschäftsführer,geschäftsführerin,direktor
    sprecher
    direktorin,sprecherin,professorin,mitglied,leiter,leiterin,anwalt,anwältin,generalsekretär
    président,présidente,directeur,directrice,secrétaire,porte-parole,avocat,avocate,professeur
    professeure,membre,responsable,fondateur,fondatrice,chercheur,chercheuse,coordinateur
    coordinatrice,presidente,presidenta,directora,director,secretaria,secretario,portavoz,abogado
    abogada,profesor,profesora,miembro,fundador,fundadora,coordinador,coordinadora,investigador
    investigadora,direttore,direttrice,segretario,segretaria,portavoce,avvocato,professore
    professoressa,membro,fondatore,fondatrice,diretor,diretora,coordenador,coordenadora,advogado
    vocero,vocera,representante,jefe,jefa,gerente,titular,delegado,delegada,activista,periodista
    dirigente,líder,defensor,defensora,escritor,escritora,economista,académico,académica
    vicepresidente
    vicepresidenta,cofundador,cofundadora,senador,senadora,diputado,diputada,ministro,ministra
    alcalde
    délégué,déléguée,chargé,chargée,représentant,représentante,militant,militante,journaliste
    juriste
    économiste,sociologue,historien,historienne,député,députée,sénateur,sénatrice,maire,ministre
    trésorier,trésorière,vice-président,vice-présidente,cofondateur,cofondatrice,chef,cheffe,médecin
    développeur,développeuse,administrateur,administratrice,ingénieur,ingénieure,entrepreneur
    entrepreneuse,informaticien,informaticienne,enseignant,enseignante,étudiant,étudiante,bénévole
    écrivain,écrivaine,conseiller,conseillère,animateur,animatrice,coprésident,coprésidente,gérant
    vorstand,vorständin,referent,referentin,bundesvorsitzender,bundesvorsitzende,gründer,gründerin
    expertin,experte,campaignerin,juristin,jurist,abgeordnete,abgeordneter,journalistin,autorin
    koordinator,koordinatorin,vorstandsmitglied,vorstandsvorsitzender,vorstandsvorsitzende
    pressesprecher,pressesprecherin,vizepräsident,vizepräsidentin,generalsekretärin
    bundesgeschäftsführer,bundesgeschäftsführerin,politikerin,politiker,wissenschaftler
    wissenschaftlerin,rechtsanwalt,rechtsanwältin,bürgermeister,bürgermeisterin,landesvorsitzende
    porta-voz,secretária,secretário,pesquisador,pesquisadora,professora,jornalista,ativista
    integrante,vereador,vereadora,deputado,deputada,cofundadora,responsabile,coordinatore
    coordinatrice,rappresentante,ricercatore,ricercatrice,giornalista,attivista,vicepresidente
    avvocata,onderzoeker,campagneleider,oprichter,hoofd,jurist,advocaat,beleidsadviseur,bestuurslid
    başkan,başkanı,sözcüsü,avukat,avukatı,sekreteri,sekreter,yönetici,yöneticisi,koordinatör
    koordinatörü,üyesi,temsilcisi,temsilci,profesör,kurucusu,milletvekili,gazeteci
    předseda,předsedkyně,místopředseda,místopředsedkyně,poslanec,poslankyně,europoslanec
    europoslankyně,senátor,senátorka,primátor,starosta,starostka,zastupitel,zastupitelka,radní
    mluvčí,ředitel,ředitelka,náměstek,náměstkyně,kandidát,kandidátka,lídr,člen,členka,předsedou
    голова,речник,речниця,директорка,засновник,засновниця
    ketua,direktur,anggota,koordinator,juru bicara,elnök,igazgató,președinte,predsjednik
    ordförande,generalsekreterare,talesperson,leder,formand,puheenjohtaja,prezes,dyrektor,rzecznik
    rzeczniczka,przewodniczący,przewodnicząca,руководитель,глава,сопредседатель,юрист,адвокат
    основатель,координатор,секретарь,пресс-секретарь,правозащитник,журналист,депутат,директора
    مدير,مديرة,المدير,المديرة,المدير التنفيذي,المديرة التنفيذية,رئيس,رئيسة,نائب رئيس,المتحدث باسم
    المتحدثة باسم,الناطق باسم,الأمين العام,أمين عام,محام,محامي,محامية,باحث,باحثة,عضو,منسق,منسقة,مؤسس
    مؤسسة مشاركة,ممثل,ممثلة,رئىسى,مۇدىرى,باياناتچىسى
    candidate,fellow-in-residence,novelist,playwright,photographer,biologist,physicist,chemist
    mathematician,philosopher,geographer
    theologian,humanitarian,epidemiologist,criminologist,archaeologist,musicologist,cartoonist
    architect,designer,librarian,archivist,educator,blogger,podcaster,broadcaster
    columnist,reporter,whistleblower,cofounder,co-director,co-executive,vice-chairman,vice-chair
    vice-principal,superintendent,prosecutor,magistrate,diplomat,minister-counsellor,policymaker
    vp,svp,evp,co-creator,cocreator,creator,inventor,vertrauensperson,midwife,pharmacist
    veterinarian,surgeon,psychotherapist,statistician
    başkan,başkanı,müdür,müdürü,sözcü,sözcüsü,voorzitter,directeur,woordvoerder,hoogleraar
    президент,председатель,директор,профессор,представитель
    """)

  /// Nouns for persons who are quoted without a name.
  static let somebody = Lexicon(
    """
    man,woman,mother,father,girl,boy,resident,refugee,victim,worker,farmer,villager,detainee
    prisoner
    parent,relative,protester,demonstrator,official,source,neighbour,neighbor,colleague,person
    reader
    user,participant,patient,migrant,asylum-seeker,inmate,daughter,son,sister,brother,wife,husband
    homme,femme,habitant,habitante,hombre,mujer,vecino,vecina,mann,frau,bewohner,bewohnerin
    """)

  /// Words before a role that belong to it.
  static let roleModifiers = Lexicon(
    """
    executive,deputy,vice,managing,general,senior,junior,former,acting,interim,associate,assistant
    founding,honorary,chief,co,regional,legal,policy,program,programme,communications,communication
    advocacy,campaign,campaigns,media,press,operating,financial,technical,artistic,creative,medical
    scientific,emeritus,emerita,distinguished,adjunct,visiting,postdoctoral,lead,principal,prime
    foreign,first,secretary,research,operations,outreach,field,staff,independent,retired,special
    high
    exécutif,exécutive,général,générale,ejecutivo,ejecutiva,general,executivo,executiva,esecutivo
    esecutiva,generale,adjoint,adjointe,honoraire,juridique,genel,yönetim,национальный,генеральный
    исполнительный,strategic,external,corporate,engagement
    legislative,editorial,elected,graduate,phd,opposition,outgoing,incoming,ex,award-winning
    renowned,leading
    veteran,long-time,longtime,programs,programmes,country
    """)

  /// Fields that a role may be of: `Director of Legal Advocacy` names no organization.
  static let fields = Lexicon(
    """
    policy,advocacy,communications,communication,research,programs,programmes,operations,campaigns
    development,affairs,resources,law,technology,strategy,engagement,outreach,education,science
    sciences,studies,history,economics,sociology,anthropology,politics,philosophy,medicine,finance
    litigation,governance,innovation,partnerships,relations,security,rights,programming,content
    staff,media,membership,fundraising,protection,investigations,campaigning,health,impact,mission
    state,justice,engineering,psychology,linguistics,literature,geography,theology,religion,arts
    ethics,management,parliament,council,board,committee,delegation,congress,senate,directors
    theboard,trustees,secretariat,privacy,surveillance,department,international law,publications
    """)

  /// Words before a field that belong to it.
  static let fieldModifiers = Lexicon(
    """
    federal,international,national,public,civil,digital,human,criminal,global,state,local,community
    racial,social,economic,environmental,climate,legal,political,internal,corporate,government
    legislative,civic,federal,data,gender,domestic,trade,energy,food,land,water,forest,forests
    constitutional,congressional,congress,economic,agricultural,rural,urban,and,&
    """)

  /// Whether a word says what a person is: one of `roles`, two with a slash between, or a compound
  /// that ends with one.
  static func isRole(_ utf8: [UInt8], _ word: Word) -> Bool {
    if roles.contains(word) { return true }
    let bytes = utf8[word.range]
    if let slash = bytes.firstIndex(of: 0x2F) {
      return [word.start..<slash, slash + 1..<word.end].allSatisfy { part in
        roles.contains(hash: Fold.hash(utf8, part))
      }
    }
    return bytes.count > 9 && roleEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  private static let roleEndings = [
    "sprecher", "sprecherin", "leiter", "leiterin", "vorsitzende", "vorsitzender", "direktor",
    "direktorin", "beauftragter", "beauftragte", "referent", "referentin", "ministerin",
    "präsident", "präsidentin", "führer", "führerin", "vorständin", "sekretär", "sekretärin",
    "koordinator", "koordinatorin", "aktivist", "aktivistin", "expertin", "experte", "forscher",
    "forscherin", "minister", "ordförande", "sekreterare", "direktör", "voorzitter", "directeur",
    "onderzoeker", "medewerker",
  ].map { Array($0.utf8) }

  /// Words that names of organizations have.
  static let organizations = Lexicon(
    """
    association,associations,foundation,union,federation,confederation,committee,society,council
    network,institute,institution,center,centre,alliance,coalition,academy,congress,party,project
    projects,fund,organization,organisation,organizations,organisations,group,groups,initiative
    movement,campaign,forum,trust,university,college,school,faculty,department,agency,bureau,office
    ministry,commission,board,club,league,front,assembly,service,services,company,inc,ltd,llc,gmbh
    corporation,corp,cooperative,collective,community,communities,international,watch,rights,global
    observatory,programme,program,partnership,consortium,secretariat,church,synod,mosque,temple
    house,press,media,news,magazine,journal,law,clinic,lab,labs,team,task force,taskforce,action
    support,solidarity,aid,relief,help,charity,charities,ngo,ev,asbl,vzw,ong,ngos,lawyers,doctors
    students,women,youth,workers,friends,people,peoples,citizens,mothers,families,survivors,parents
    justice,freedom,democracy,peace,development,environment,conservation,education,health,research
    studies,culture,cultural,library,museum,radio,tv,television,chamber,guild,order,caucus
    delegation
    chapter,branch,section,division,unit,station,studio,theatre,theater,festival,publishing,books
    technologies,technology,software,systems,solutions,digital,internet,open,world,national,against
    without,for,defenders,voices,voice,hub,space,now,working,advocates,advocacy,empowerment
    verein,verband,stiftung,gesellschaft,bund,zentrum,institut,rat,bündnis,komitee,hilfe,werk
    fédération,réseau,comité,collectif,syndicat,ligue,mouvement,société,observatoire,groupe,alliance
    centre,amis,maison,fundación,asociación,federación,red,comité,centro,instituto,movimiento,liga
    sindicato,colectivo,coordinadora,observatorio,organización,plataforma,associazione,fondazione
    federazione,comitato,rete,movimento,sindacato,associação,fundação,federação,rede,comitê,coletivo
    vereniging,stichting,bond,netwerk,raad,derneği,dernek,vakfı,vakıf,birliği,birlik,federasyonu
    platformu,sendikası,merkezi,komitesi,förening,förbund,stiftelse,forening,forbund,yhdistys,liitto
    """)

  /// Words that cannot begin a name of a person.
  static let functionWords = Lexicon(
    """
    the,a,an,in,on,at,after,before,for,from,of,as,by,with,when,while,since,this,that,these,those,our
    we,i,it,he,she,they,his,her,their,its,and,or,but,if,so,to,today,yesterday,earlier,later
    meanwhile
    however,following,during,according,speaking,responding,commenting,in response,also,all,many,some
    für,pour,para,como,one,two,other,others,what,who,where,there,here,no,not,yes,under,over,between
    about,because
    although,despite,monday,tuesday,wednesday,thursday,friday,saturday,sunday,january,february,march
    june,july,september,october,november,december,your,you,my,is,are,was,were,has,have,had,will,dear
    finally,furthermore,moreover,additionally,similarly,le,la,les,el,los,las,der,die,das,il,lo,un
    une
    """)

  static let pronouns = Lexicon(
    """
    he,she,they,it,il,elle,ils,elles,ella,ellos,er,sie,lui,lei,egli,ele,ela,hij,zij,hän
    он,она,они,他,她,o
    """)

  /// Small words inside names.
  static let particles = Lexicon(
    """
    de,del,della,da,das,do,dos,du,di,van,von,der,den,ter,ten,la,le,el,al,bin,ibn,bint,ben,abu,y,e,af
    zu,zur,st,san,santa,ul,ud,ur,dela,d',l',os,van der,bte,binti,a/l
    """)

  /// Titles that stand behind a name and are none of its words.
  static let titlesBehind = Lexicon(
    """
    phd,ph.d,md,m.d,obe,mbe,cbe,kc,qc,esq,llm,jd,msc,mp,mep,rn,frs,oam,mla,msp,td,mba,ao,am,ac,sc
    sj,ofm,osb,ocd,sdb,cssp,omi,osf,svd
    mlc,frcp,dphil,msw,lcsw,pe,cpa
    """)

  /// Endings of names.
  static let nameSuffixes = Lexicon(
    """
    jr,sr,ii,iii,iv,phd,ph.d,md,m.d,obe,mbe,cbe,kc,qc,sc,ao,am,oam,esq,llm,jd,ma,msc,mp,mep,rn,frs
    ac,mlc,mla,msp,mba,frcp,dphil,msw,lcsw
    """)
}
