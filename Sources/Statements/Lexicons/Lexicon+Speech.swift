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
    说,說,表示,指出,强调,強調,称,稱,说道,說道,认为,認為,写道,補充,补充
    قال,قالت,صرح,صرحت,أضاف,أضافت,وقال,وقالت,وأضاف,وأضافت,أكد,أكدت,وأكد,دېدى,دەيدۇ,دېگەن,گفت,افزود
    """)

  /// Between a verb and its speaker or its quotation: `said today in a statement that`.
  static let speechFillers = Lexicon(
    """
    today,yesterday,that,in a statement,in,a,statement,to,the,reporters,press,media,further,also
    monday,tuesday,wednesday,thursday,friday,saturday,sunday,this,week,on,simply,later,earlier
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
    ].enumerated().flatMap { month, names in
      names.split(separator: ",").map { (Array($0.utf8), UInt16(month + 1)) }
    })
}
