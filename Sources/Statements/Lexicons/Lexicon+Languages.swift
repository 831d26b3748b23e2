/// Languages in Latin letters, and small words that tell which one a text is in.
extension Lexicon {
  static let languages = ["en", "fr", "es", "de", "it", "pt", "nl", "tr", "sv", "pl"]

  private static let smallWordLists = [
    "the,of,and,to,in,is,that,for,we,our,are,this,with,on,by,be,it,as,has,have,from,not,their,a,an",
    "le,la,les,des,et,de,du,un,une,que,qui,dans,nous,est,sont,au,aux,ce,cette,par,sur,pas,à,en",
    "el,la,los,las,de,y,que,en,un,una,por,para,con,del,se,es,son,al,su,sus,nuestra,como,no,lo",
    "der,die,das,und,von,zu,den,dem,des,ein,eine,ist,sind,wir,für,mit,auf,nicht,im,werden,sich,bei",
    "il,lo,la,i,gli,le,di,e,che,un,una,per,con,del,della,dei,non,sono,nel,alla,è,in,delle,si,da",
    "o,a,os,as,de,e,que,um,uma,para,com,do,da,dos,das,não,em,no,na,se,por,são,ao,como,é,mais",
    "de,het,een,en,van,in,dat,is,op,te,voor,met,zijn,wij,niet,aan,door,worden,om,onze,ook,die,deze",
    "ve,bir,bu,için,ile,da,de,olarak,olan,çok,gibi,biz,daha,en,tüm,her,ne,kadar,bizim,değil,ya",
    "och,att,det,som,en,av,för,är,den,till,på,med,vi,inte,har,om,ett,de,från,kan,vår,i,alla",
    "i,w,na,do,z,że,się,nie,to,jest,o,oraz,przez,dla,od,po,jak,są,które,ich,za,a,tym",
  ]

  /// Small words to the set of languages that use them, a bit each.
  static let smallWords: Lexicon = {
    var sets: [String: UInt16] = [:]
    for (tag, list) in smallWordLists.enumerated() {
      for word in list.split(separator: ",") { sets[String(word), default: 0] |= 1 << UInt16(tag) }
    }
    var folded: [[UInt8]: UInt16] = [:]
    for (word, bits) in sets {
      var key: [UInt8] = []
      let bytes = Array(word.utf8)
      Fold.each(bytes, 0..<bytes.count) { key.append($0) }
      folded[key, default: 0] |= bits
    }
    return Lexicon(folded.map { ($0.key, $0.value) })
  }()
}
