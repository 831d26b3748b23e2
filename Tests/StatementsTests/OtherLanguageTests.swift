import Bytes
import Testing

@testable import Statements

/// Whole texts in other languages and scripts, made for the purpose.
@Suite("Texts in other languages")
struct OtherLanguageTests {
  @Test("Arabic: months, roles, verbs first")
  func arabic() throws {
    let reading = try Reading(
      """
      بيان مشترك بشأن إغلاق مكتبة الميناء

      14 أبريل 2021

      تعرب المنظمات الموقعة أدناه عن قلقها البالغ إزاء إغلاق مكتبة الميناء دون إشعار.

      وقالت منى حداد، مديرة شبكة الأرشيف: "يجب إعادة فتح المكتبة فوراً ودون تأخير."

      وقال سامي نصار، رئيس جمعية القراء، "لم يسأل أحد القراء عن رأيهم في ذلك".

      الموقعون:

      جمعية قراء الميناء
      شبكة الأرشيف - لبنان
      صندوق المصباح
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "يجب إعادة فتح المكتبة فوراً ودون تأخير.", by: "منى حداد", "مديرة", "شبكة الأرشيف",
          paragraph: 1)
      ], here())
    reading.expectParties(
      [
        .organization("جمعية قراء الميناء"),
        .organization("شبكة الأرشيف - لبنان", "LB"),
        .organization("صندوق المصباح"),
      ], from: "الموقعون:", here())
  }

  @Test("Chinese: what a parenthesis tells of a speaker")
  func chineseParen() throws {
    let reading = try Reading(
      """
      关于关闭港口图书馆的联合声明

      2021年4月14日

      我们对港口图书馆被无故关闭深表关切，并要求立即重新开放。

      王明（河流之友主席）说：“图书馆必须立即重新开放，不得拖延。”

      “没有人问过读者的意见，”档案网络主任李小红（香港）表示。

      签署组织：

      1. 港口读者协会
      2. 档案网络
      3. 灯笼基金会
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init("图书馆必须立即重新开放，不得拖延。", by: "王明", "主席", "河流之友", paragraph: 1),
        .init("没有人问过读者的意见，", by: "李小红", "主任", "档案网络", paragraph: 2),
      ], here())
    reading.expectParties(
      [
        .organization("港口读者协会"),
        .organization("档案网络"),
        .organization("灯笼基金会"),
      ], from: "签署组织：", here())
  }

  @Test("Japanese: topic, quotation and verb")
  func japanese() throws {
    let reading = try Reading(
      """
      港図書館の閉鎖に関する共同声明

      2021年4月14日

      私たちは、港図書館が予告なく閉鎖されたことに深い懸念を表明し、再開を求めます。

      「図書館は直ちに再開されなければならない」と港読者協会の山田太郎代表は述べた。

      アーカイブ・ネットワーク事務局長の佐藤花子は「誰も読者の意見を聞かなかった」と語った。

      賛同団体

      港読者協会
      アーカイブ・ネットワーク
      灯台基金
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init("図書館は直ちに再開されなければならない", by: "山田太郎", "代表", "港読者協会", paragraph: 1),
        .init("誰も読者の意見を聞かなかった", by: "佐藤花子", "事務局長", "アーカイブ・ネットワーク", paragraph: 2),
      ], here())
    reading.expectParties(
      [
        .organization("港読者協会"),
        .organization("アーカイブ・ネットワーク"),
        .organization("灯台基金"),
      ], from: "賛同団体", here())
  }

  @Test("Turkish: verbs behind the words, speakers before or after")
  func turkish() throws {
    let reading = try Reading(
      """
      Liman kütüphanesinin kapatılmasına ilişkin ortak açıklama

      14 Nisan 2021

      Aşağıda imzası bulunan kuruluşlar, liman kütüphanesinin kapatılmasını kınamaktadır.

      “Kapatma kararı hukuka aykırıdır” dedi Okur Derneği Başkanı Mara Kılıç.

      Arşiv Ağı sözcüsü Tomas Varga, “Kimse okurlara sormadı” diye konuştu.

      İmzacı kuruluşlar:

      Okur Derneği
      Arşiv Ağı (Türkiye)
      Fener Vakfı
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "Kapatma kararı hukuka aykırıdır", by: "Mara Kılıç", "Başkanı", "Okur Derneği",
          paragraph: 1),
        .init("Kimse okurlara sormadı", by: "Tomas Varga", "sözcüsü", "Arşiv Ağı", paragraph: 2),
      ], here())
    reading.expectParties(
      [
        .organization("Okur Derneği"),
        .organization("Arşiv Ağı", "TR", stated: "Türkiye"),
        .organization("Fener Vakfı"),
      ], from: "İmzacı kuruluşlar:", here())
  }

  @Test("Russian: roles and bent names")
  func russian() throws {
    let reading = try Reading(
      """
      Совместное заявление о закрытии портовой библиотеки

      14 апреля 2021 г.

      Нижеподписавшиеся организации осуждают закрытие портовой библиотеки без предупреждения.

      «Закрытие незаконно», – заявила Мара Квилл, председатель Общества читателей.

      «Никто не спросил читателей», – сказал директор Сети архивов Томас Варга.

      Подписали:

      Общество читателей порта
      Сеть архивов (Германия)
      Фонд «Фонарь»
      """)
    #expect(reading.statement.publishedOn == CalendarDate(year: 2021, month: 4, day: 14))
    reading.expectQuotations(
      [
        .init(
          "Закрытие незаконно", by: "Мара Квилл", "председатель", "Общества читателей", paragraph: 1
        ),
        .init(
          "Никто не спросил читателей", by: "Томас Варга", "директор", "Сети архивов",
          paragraph: 2),
      ], here())
    reading.expectParties(
      [
        .organization("Общество читателей порта"),
        .organization("Сеть архивов", "DE", stated: "Германия"),
        .organization("Фонд «Фонарь»"),
      ], from: "Подписали:", here())
  }

  @Test("Uyghur: verb, then the organization")
  func uyghur() throws {
    let reading = try Reading(
      """
      پورت كۈتۈپخانىسىنىڭ تاقىلىشى ھەققىدە بىرلەشمە بايانات

      بىز پورت كۈتۈپخانىسىنىڭ ئالدىن ئۇقتۇرۇلماي تاقىلىشىغا قارشى تۇرىمىز ۋە دەرھال \
      ئېچىلىشىنى تەلەپ قىلىمىز.

      «كۈتۈپخانا دەرھال ئېچىلىشى كېرەك» دېدى ئوقۇرمەنلەر جەمئىيىتى.

      ئىمزا قويغانلار:

      ئوقۇرمەنلەر جەمئىيىتى
      ئارخىپ تورى
      """)
    reading.expectQuotations(
      [
        .init("كۈتۈپخانا دەرھال ئېچىلىشى كېرەك", by: "ئوقۇرمەنلەر جەمئىيىتى", paragraph: 1)
      ], here())
    reading.expectParties(
      [
        .organization("ئوقۇرمەنلەر جەمئىيىتى"),
        .organization("ئارخىپ تورى"),
      ], from: "ئىمزا قويغانلار:", here())
  }
}
