/// The words that tie quotations to their speakers, and months.
extension Lexicon {
  /// Verbs of speaking, as they stand beside quotations.
  static let speechVerbs = Lexicon(
    """
    said,says,say,saying,stated,states,added,adds,adding,commented,comments,noted,notes,noting
    explained,explains,declared,declares,warned,warns,urged,concluded,concludes,continued,continues
    remarked,remarks,responded,responds,told,tells,emphasized,emphasised,emphasizes,emphasises
    stressed,stresses,observed,observes,argued,argues,insisted,insists,wrote,writes,asserted,asserts
    announced,pointed out,points out,reiterated,reiterates,affirmed,affirms,lamented,laments,replied
    replies,recalled,recalls,asked,asks,cautioned,cautions,highlighted,highlights,underlined
    underlines,underscored,underscores,shared,reflected,summarized,summarised,claimed,claims
    recounted,testified,acknowledged,acknowledges,admitted,proclaimed,exclaimed,echoed,agreed,opined
    countered,contended,added in,elaborated,mused,joked,quipped,cried,shouted,hoped,hopes,believes
    remembered,complained,complains,stressing,explaining,urging,warning,declaring
    tweeted,posted,reacted,maintained,maintains,demanded,confirmed,confirms,expressed,is quoted as
    was quoted as saying,is quoted as saying,had this to say,went on to say,appealed,pleaded,thanked
    a déclaré,déclare,a dit,dit,affirme,a affirmé,souligne,a souligné,explique,a expliqué,ajoute
    a ajouté,estime,a indiqué,indique,rappelle,a rappelé,précise,a précisé,conclut,témoigne,dénonce
    dijo,declaró,afirmó,señaló,expresó,agregó,añadió,explicó,sostuvo,manifestó,aseguró,indicó
    advirtió
    dice,afirma,declara,señala,explica,añade,concluyó,recordó,denunció,subrayó,destacó
    sagte,sagt,erklärte,erklärt,so,betonte,betont,meint,meinte,kommentiert,kommentierte,ergänzt
    ergänzte,fügte hinzu,kritisiert,kritisierte,warnte,warnt,forderte,fordert
    ha dichiarato,ha detto,afferma,ha affermato,dichiara,dice,spiega,ha spiegato,ha aggiunto
    aggiunge
    disse,afirmou,declarou,explicou,acrescentou,destacou,ressaltou,diz,afirma,alertou
    zei,zegt,verklaarde,aldus,stelt,stelde,dedi,diyor,söyledi,belirtti,ifade etti,açıkladı,vurguladı
    ekledi,konuştu,sade,säger,sagde,siger,sa,sier,powiedział,powiedziała,dodał,dodała
    сказал,сказала,говорит,заявил,заявила,отметил,отметила,подчеркнул,подчеркнула,добавил,добавила
    déplore,a déploré,regrette,a regretté,insiste,a insisté,alerte,a alerté,réagit,a réagi
    commente,a commenté,poursuit,a poursuivi,assure,a assuré,s'indigne,s'alarme,s'inquiète,martèle
    prévient,confie,raconte,ont déclaré,ont affirmé,a rappelé,a averti,a conclu,a dénoncé
    comentó,criticó,alertó,insistió,reiteró,exigió,puntualizó,apuntó,enfatizó,resaltó,aseveró
    precisó,lamentó,pidió,subraya,destaca,denuncia,advierte,recuerda,sostiene,asegura,agrega
    kündigte,kündigt,sagten,erklärten,hebt hervor,erläutert,erläuterte,mahnt,mahnte,führt aus
    äußert sich,äußerte sich,freut sich,zeigt sich überzeugt,unterstreicht,unterstrich,schreibt
    schrieb,bekräftigt,bekräftigte,resümiert,bilanziert,fasst zusammen,berichtet,berichtete
    prosegue,ha proseguito,continua,ha continuato,conclude,evidenzia,ribadisce,ha ribadito
    aggiungono,dichiarano,affermano,concluye,prosigue,continúa,prossegue,tulis,menulis
    sottolinea,ha sottolineato,commenta,ha commentato,denuncia,conclude,ha concluso,osserva,ricorda
    comenta,comentou,ressalta,destaca,explica,criticou,lembrou,reforça,reforçou,denunciou,disseram
    benadrukt,benadrukte,vertelt,vertelde,waarschuwt,stelden,lade till,menar,kommenterar,konuştu
    заявили,говорится,подчеркивает,отмечает,считает,пояснил,пояснила,предупредил,предупредила
    напомнил,напомнила,написал,написала,заключил,заключила,حذر,حذرت,أوضح,أوضحت,أشار,أشارت,شدد,شددت
    وأوضح,وأوضحت,وأشار,وأشارت,وشدد,وشددت,وحذر,وحذرت,ذكر,ذكرت,علق,علقت,وصرح,وصرحت
    uvedl,uvedla,řekl,řekla,říká,uvádí,dodal,dodala,dodává,doplnil,doplnila,doplňuje,vysvětlil
    vysvětlila,vysvětluje,upozornil,upozornila,upozorňuje,zdůraznil,zdůraznila,zdůrazňuje,sdělil
    sdělila,prohlásil,prohlásila,konstatoval,konstatovala,konstatuje,komentoval,komentovala
    komentuje,připomněl,připomněla,připomíná,popsal,popsala,popisuje,míní,uzavřel,uzavřela,shrnul
    shrnula,shrnuje,hodnotí,reagoval,reagovala,varoval,varovala,povedal,povedala,hovorí,dodáva
    mówi,stwierdził,stwierdziła,podkreśla,podkreślił,podkreśliła,zaznacza,zaznaczył,zaznaczyła
    komentuje,dodaje,wyjaśnia,wyjaśnił,wyjaśniła,ocenia,ocenił,oceniła,apeluje,przyznaje
    сказав,заявив,заявила,зазначив,зазначила,додав,додала,наголосив,наголосила,підкреслив
    підкреслила,каже,пояснив,пояснила,вважає,повідомив,повідомила
    kata,ujar,ucap,tutur,jelas,tegas,sebut,lanjut,papar,ungkap,tambah,terang,imbuh,bunyi
    mondta,mondja,nyilatkozta,hangsúlyozta,tette hozzá,a spus,a declarat,a afirmat,a adăugat
    spune,declară,rekao,rekla,kaže,izjavio,izjavila,dodao,dodala,istaknuo,istaknula
    va dir,ha dit,diu,afirma,assegura,ha afirmat,explica,ha explicat,denuncia,destaca
    sanoo,sanoi,kertoo,kertoi,toteaa,totesi,mener,forteller,fortæller,uttaler,uttalte,udtaler
    understreker,understreger,påpekar,berättar,förklarar,konstaterar,fortsätter
    είπε,δήλωσε,τόνισε,σημείωσε,ανέφερε,πρόσθεσε,אמר,אמרה,הוסיף,הוסיפה,ציין,ציינה
    说,說,表示,指出,强调,強調,称,稱,说道,說道,认为,認為,写道,補充,补充
    suggested,suggests,advised,predicted,promised,pledged,vowed,commended,conceded,clarified
    reasoned,recommended,insisting,arguing,recalling,concluding,lamenting,remarking,confirming
    reported,recounts,testifies
    a lancé,plaide,a plaidé,réclame,a réclamé,avertit,résume,a résumé,constate,a constaté,a noté
    relève,a relevé,a martelé,répond,a répondu,écrit,a écrit,se félicite,s'est félicité
    s'est félicitée,se réjouit,s'est réjoui,s'est réjouie,exhorte,a exhorté,renchérit,a renchéri
    détaille,a détaillé,considère,a considéré,a jugé,s'insurge,s'exclame,soutient,a soutenu
    met en garde,a mis en garde,tient à rappeler,ont expliqué,ont rappelé,ont ajouté,disent
    expliquent,affirment,déclarent,rappellent,soulignent,estiment,dénoncent,précisent
    manifiesta,expresa,indica,indicaron,dijeron,señalaron,afirmaron,declararon,expresaron
    explicaron,agregaron,añadieron,denunciaron,advirtieron,exigieron,recalcó,recalca,remarcó
    remarca,reclamó,opinó,opina,consideró,considera,respondió,responde,relató,relata,detalló
    detalla,mencionó,menciona,comentan,pidieron,escribió,escribe,reconoció,reconoce,confirmó
    confirma,expuso,expone,argumentó,argumenta,valoró,lamenta,matizó,zanjó,ha dicho,ha declarado
    ha afirmado,ha señalado,ha explicado,ha añadido,ha asegurado,ha destacado,ha subrayado
    ha recordado,ha denunciado,ha advertido,ha manifestado,ha indicado,ha lamentado,han señalado
    han denunciado,han declarado
    afirmaram,declararam,acrescenta,enfatizou,enfatiza,apontou,aponta,observou,avaliou,avalia
    defendeu,defende,alerta,alertaram,relatou,argumentou,concluiu,conclui,sublinhou,sublinha
    salientou,salienta,realçou,frisou,frisa,referiu,refere,garantiu,garante,considerou,lamentou
    recordou,recorda,respondeu,escreveu,reiterou,reitera,completou,pontuou,destacaram,cobrou,exigiu
    ha precisato,ha ricordato,ha denunciato,ha evidenziato,ha scritto,scrive,ha osservato
    ha avvertito,avverte,ha chiesto,hanno dichiarato,hanno detto,hanno affermato,spiegano
    commentano,ricordano,denunciano,sottolineano,ha replicato,ha rilevato,rileva,ha auspicato
    auspica,ha insistito,ha sostenuto,racconta,ha raccontato,riferisce,ha riferito,ha lamentato
    ha confermato,conferma
    stellt fest,stellte fest,hob hervor,hält fest,hielt fest,merkt an,merkte an,gab zu bedenken
    gibt zu bedenken,verdeutlicht,verdeutlichte,appelliert,appellierte,konstatiert,konstatierte
    urteilt,urteilte,klagt,klagte,moniert,monierte,bemängelt,bemängelte,bedauert,bedauerte
    versichert,versicherte,bestätigt,bestätigte,argumentiert,argumentierte,entgegnet,entgegnete
    antwortet,antwortete,erinnert,erinnerte,fasste zusammen,verlangt,verlangte,teilte mit,teilt mit
    gab bekannt,gibt bekannt,führte aus,legte dar,schildert,schilderte,erzählt,erzählte,betonten
    warnten,kritisierten
    benadrukken,zeggen,zeiden,vervolgt,vervolgde,voegt toe,voegde toe,legt uit,legde uit,reageert
    reageerde,concludeert,concludeerde,constateert,constateerde,meent,meende,schrijft,schreef
    geeft aan,gaf aan,merkt op,merkte op,licht toe,lichtte toe,bevestigt,bevestigde,waarschuwen
    verklaart,verklaren,pleit,pleitte,onderstreept,onderstreepte
    powiedzieli,mówił,mówiła,tłumaczy,tłumaczył,tłumaczyła,zauważa,zauważył,zauważyła,wskazuje
    wskazał,wskazała,twierdzi,uważa,pisze,napisał,napisała,przypomina,przypomniał,przypomniała
    ostrzega,ostrzegł,ostrzegła,podsumowuje,podsumował,podsumowała,informuje,poinformował
    poinformowała,oświadczył,oświadczyła,skomentował,skomentowała,zaapelował,zaapelowała,przekonuje
    relacjonuje,alarmuje,odpowiada,odpowiedział,odpowiedziała,argumentuje,apelują,piszą,podkreślają
    mówią
    dile getirdi,kaydetti,ifade ediyor,belirtiyor,vurguluyor,açıklıyor,söylüyor,anlattı,anlatıyor
    uyardı,uyarıyor,eleştirdi,hatırlattı,yazdı,yazıyor,değerlendirdi,aktardı,savundu,dediler
    şunları söyledi,şöyle konuştu,şöyle dedi,şu ifadeleri kullandı,şunları kaydetti
    şunları ifade etti
    сообщил,сообщила,рассказал,рассказала,рассказывает,объяснил,объяснила,объясняет,считают
    утверждает,призвал,призвала,комментирует,прокомментировал,прокомментировала,отмечают,уточнил
    уточнила,продолжил,продолжила,признал,признала,указал,указала,указывает,напоминает
    предупреждает,пишет,подытожил,подытожила,ответил,ответила,высказался,высказалась,сказали
    говорят,отметили,подчеркнули,добавляет,добавили,резюмировал,резюмировала,констатировал
    констатировала
    розповів,розповіла,пояснює,наголошує,підкреслює,зазначає,додає,стверджує,закликав,закликала
    попередив,попередила,нагадав,нагадала,написав,прокоментував,прокоментувала,зауважив,зауважила
    вказав,вказала,говорить,уточнив
    каза,заяви,подчерта,добави,отбеляза,обясни,посочи,коментира,допълни,предупреди,призова,смята
    казва
    рекао,рекла,изјавио,изјавила,истакао,истакла,навео,навела,додао,нагласио,нагласила,поручио
    поручила
    navodi,naveo,navela,naglasio,naglasila,naglašava,upozorio,upozorila,upozorava,ističe,poručio
    poručila,poručuje,objasnio,objasnila,objašnjava,smatra,rekli,zaključio,zaključila,izjavili
    kazao,kazala,dejal,dejala,poudaril,poudarila,poudarja,opozoril,opozorila,opozarja,pojasnil
    pojasnila,pojasnjuje
    أعلن,أعلنت,اعتبر,اعتبرت,نبه,نبهت,طالب,طالبت,كتب,كتبت,لفت,لفتت,يقول,تقول,يضيف,تضيف,يؤكد,تؤكد
    تابع,تابعت,وتابع,وتابعت,واعتبر,واعتبرت,وطالب,وطالبت,واختتم,واختتمت
    ئېيتتى,بىلدۈردى,تەكىتلىدى,كۆرسەتتى,ئەسكەرتتى,گفتند,اظهار داشت,تاکید کرد,تأکید کرد,اضافه کرد
    خاطرنشان کرد,بیان کرد,نوشت,هشدار داد,توضیح داد
    提到,解释,解釋,警告,呼吁,呼籲,告诉,告訴,重申,回应,回應,坦言,直言,续称,續稱
    berättade,tillade,tillägger,kommenterade,skriver,skrev,uppger,uppgav,poängterar,poängterade
    betonar,betonade,varnar,varnade,uttalar,konstaterade,påpekade,fortalte,tilføjer,tilføjede
    udtalte,forklarer,forklarede,påpeger,påpegede,advarer,advarede,fastslår,fastslog,understregede
    konstaterer,konstaterede,legger til,la til,forklarte,påpeker,påpekte,understreket,advarte
    konstaterte
    sanovat,kertoivat,totesivat,korosti,korostaa,lisää,lisäsi,muistuttaa,muistutti,painottaa
    painotti,arvioi,selittää,selitti,varoittaa,varoitti,jatkaa,jatkoi,kommentoi,kirjoittaa
    kirjoitti
    fogalmazott,emelte ki,kiemelte,hozzátette,jelentette ki,közölte,elmondta,írta,magyarázta
    figyelmeztetett,a precizat,a subliniat,subliniază,a explicat,explică,a menționat,a transmis
    a avertizat,adaugă,precizează,afirmă,susține,a susținut,a scris
    δήλωσαν,υπογράμμισε,επισήμανε,εξήγησε,τονίζει,δηλώνει,λέει,αναφέρει,προσθέτει,σχολίασε
    υποστήριξε,κατήγγειλε,σημειώνει,אומר,אומרת,הדגיש,הדגישה,הסביר,הסבירה,מסר,מסרה,הבהיר,הבהירה
    katanya,ujarnya,tegasnya,jelasnya,tuturnya,ungkapnya,tambahnya,lanjutnya,paparnya,terangnya
    ucapnya,imbuhnya,mengatakan,menyatakan,menegaskan,menjelaskan,menambahkan,menyampaikan
    mengungkapkan,cho biết,phát biểu,nhấn mạnh,khẳng định
    va afirmar,va declarar,va explicar,va afegir,ha afegit,afegeix,ha declarat,ha assegurat
    ha denunciat,ha destacat,assenyala,ha assenyalat,ha recordat,conclou,ha conclòs,ha reclamat
    ha lamentat,subratlla,ha subratllat,dixo,engadiu,sinalou,esan du,adierazi du,azaldu du
    nabarmendu du,gaineratu du
    قال,قالت,صرح,صرحت,أضاف,أضافت,وقال,وقالت,وأضاف,وأضافت,أكد,أكدت,وأكد,دېدى,دەيدۇ,دېگەن,گفت,افزود
    """)

  /// Verbs that hold their pronoun.
  static let pronounVerbs = Lexicon(
    """
    a-t-il,a-t-elle,ajoute-t-il,ajoute-t-elle,explique-t-il,explique-t-elle,affirme-t-il
    affirme-t-elle,déclare-t-il,déclare-t-elle,souligne-t-il,souligne-t-elle,dit-il,dit-elle
    poursuit-il,poursuit-elle,conclut-il,conclut-elle,précise-t-il,précise-t-elle,rappelle-t-il
    rappelle-t-elle,ont-ils,ont-elles
    """)

  /// Verbs that come after the words which they report, when the speaker stands before them.
  static let closingVerbs = Lexicon(
    """
    dedi,diyor,diye konuştu,diye belirtti,diye ekledi,diye vurguladı,diye açıkladı,diye yazdı
    şeklinde konuştu,ifadelerini kullandı,ifadesini kullandı,dediler,دېدى,دەيدۇ,دېگەن
    دەپ كۆرسەتتى,دەپ بىلدۈردى,دەپ تەكىتلىدى
    """)

  /// Between a verb and its speaker or its quotation: `said today in a statement that`.
  static let speechFillers = Lexicon(
    """
    today,yesterday,that,in a statement,in,a,statement,to,the,reporters,press,media,further,also
    monday,tuesday,wednesday,thursday,friday,saturday,sunday,this,week,on,simply,later,earlier
    here,how,then,again,journalists,us,me,audience,crowd,interview,letter,email,his,her,their,joint
    at,during,conference,a press conference,an interview,release,a press release,briefing,has,also
    here,how,then,again,que,dass,che,thus,further that
    """)

  static let according = Lexicon(
    """
    according to,in the words of,as,selon,d'après,según,de acuerdo con,laut,secondo,segundo,volgens
    per,por,quoting,by,pour,para,für
    """)

  /// `Quotes attributable to …`
  static let attributable = Lexicon(
    """
    quotes attributable to,quote attributable to,quotes attributed to,quote attributed to
    the following quotes are attributable to,the following can be attributed to,statement from
    statement by,quotes from,quote from,comments attributable to,the following is attributable to
    the following may be attributed to,the following quote can be attributed to,quotes by,quote by
    comment from,comments from,the following quotes can be attributed to,statement attributable to
    """)

  /// After an apposition's end: what follows tells no more of who the speaker is.
  static let appositionEnds = Lexicon(
    """
    about,who,whose,which,during,while,when,where,today,yesterday,on monday,on tuesday,on wednesday
    on thursday,on friday,on saturday,on sunday,in a,in an,following,after,before,and a,and an
    and the
    in response,speaking,referring,as,because,commenting,regarding,adding,added,said,says,says,noted
    and former,and author,and co-founder,and founder,and member,but,with a,has,have,had,is,was,that
    """)

  /// Month names to their numbers.
  static let months = Lexicon(
    [
      "january,jan,janvier,enero,januar,jänner,gennaio,janeiro,januari,ocak,января,stycznia",
      "february,feb,février,febrero,februar,febbraio,fevereiro,februari,şubat,февраля,luty,lutego",
      "march,mar,mars,marzo,märz,março,maart,mart,марта,marca",
      "april,apr,avril,abril,aprile,nisan,апреля,kwietnia",
      "may,mai,mayo,maggio,maio,mei,mayıs,мая,maja,maj",
      "june,jun,juin,junio,juni,giugno,junho,haziran,июня,czerwca",
      "july,jul,juillet,julio,juli,luglio,julho,temmuz,июля,lipca",
      "august,aug,août,agosto,augustus,ağustos,августа,sierpnia,augusti",
      "september,sep,sept,septembre,septiembre,settembre,setembro,eylül,сентября,setiembre",
      "october,oct,octobre,octubre,oktober,ottobre,outubro,ekim,октября,października,okt",
      "november,nov,novembre,noviembre,novembro,kasım,ноября,listopada",
      "december,dec,décembre,diciembre,dezember,dicembre,dezembro,aralık,декабря,grudnia,desember",
      "يناير,ιανουαρίου,ledna,січня", "فبراير,شباط,φεβρουαρίου,února,лютого",
      "مارس,آذار,março,μαρτίου,března", "أبريل,ابريل,نيسان,απριλίου,dubna",
      "مايو,أيار,μαΐου,května,травня", "يونيو,يونيه,حزيران,ιουνίου,června",
      "يوليو,يوليه,تموز,ιουλίου,července", "أغسطس,آب,αυγούστου,srpna,серпня",
      "سبتمبر,أيلول,σεπτεμβρίου,вересня", "أكتوبر,οκτωβρίου,října,жовтня",
      "نوفمبر,νοεμβρίου,listopadu", "ديسمبر,δεκεμβρίου,prosince,грудня",
      "gener,ianuarie,tammikuuta,siječnja,januára,januara,"
        + "јануара,януари,januarja,urtarrilaren,ژانویه,ינואר",
      "febrer,februarie,helmikuuta,veljače,februára,februara,"
        + "фебруара,февруари,február,otsailaren,فوریه,פברואר",
      "martie,maaliskuuta,ožujka,март,március,martxoaren,maret,березня",
      "huhtikuuta,travnja,apríla,aprila,април,április,aprilie,apirilaren,آوریل,אפריל",
      "maig,toukokuuta,svibnja,mája,май,május,maiatzaren",
      "juny,kesäkuuta,lipnja,júna,juna,јуна,юни,június,iunie,ekainaren,ژوئن,יוני",
      "juliol,heinäkuuta,srpnja,júla,jula,јула,юли,július,iulie,uztailaren,ژوئیه,יולי",
      "agost,elokuuta,kolovoza,avgusta,август,augusztus,abuztuaren,אוגוסט,agustus",
      "setembre,syyskuuta,rujna,septembra,септембра,септември,"
        + "szeptember,septembrie,irailaren,سپتامبر,ספטמבר,września,září",
      "lokakuuta,oktobra,октобра,октомври,október,octombrie,urriaren,اکتبر,אוקטובר",
      "marraskuuta,studenoga,novembra,новембра,ноември,noiembrie,azaroaren,نوامبر,נובמבר,листопада",
      "desembre,joulukuuta,prosinca,decembra,децембра,декември,decembrie,abenduaren,دسامبر,דצמבר",
    ].enumerated().flatMap { month, names in
      names.split(separator: ",").map { (Array($0.utf8), UInt16(month % 12 + 1)) }
    })
}
