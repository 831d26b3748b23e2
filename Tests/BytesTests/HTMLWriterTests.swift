import Testing

@testable import Bytes

struct HTMLWriterTests {
  @Test("escapes what markup is made of, in texts and in attributes")
  func escapes() {
    var html = HTMLWriter(reservingCapacity: 256)
    html.element("p", ["title": "a<b>&\"c'"]) { paragraph in
      paragraph.text("<i>&amp; \"x\" 'é'")
      paragraph.void("br", [:])
    }
    let expected = """
      <!doctype html>
      <p title="a&lt;b&gt;&amp;&quot;c&#39;">&lt;i&gt;&amp;amp; &quot;x&quot; &#39;é&#39;<br></p>
      """
    #expect(String(decoding: html.bytes, as: UTF8.self) == expected)
  }
}
