internal import Bytes
internal import Digest

/// How the page looks, the one thing that it may run, and the policy that allows nothing else.
enum ReviewStyle {
  static let policy: String = {
    func source(_ text: StaticString) -> String {
      let digest = Base64.encode(SHA256.digest(Array(String(describing: text).utf8)))
      return "'sha256-\(String(decoding: digest, as: UTF8.self))'"
    }
    return "default-src 'none'; style-src \(source(sheet)); script-src \(source(script)); "
      + "connect-src 'self'; base-uri 'none'; form-action 'none'"
  }()

  /// Loads the page again once its file has changed, and stays where the reader is.
  static let script: StaticString = """
    setInterval(async()=>{try{const now=await(await fetch("/state")).text();\
    if(now!==document.documentElement.dataset.state)location.reload()}catch{}},500)
    """

  static let sheet: StaticString = """
    :root{color-scheme:light dark;--ink:#1b1f24;--soft:#4a535e;--paper:#fff;--box:#f2f4f7;\
    --line:#8a94a0;--link:#0b57a4;--quote:#fff2b8;--name:#d8ecff;--said:#e3f5df;--bad:#ffd9d6}
    @media(prefers-color-scheme:dark){:root{--ink:#e6e9ed;--soft:#b4bdc8;--paper:#14181d;\
    --box:#1f252c;--line:#6d7884;--link:#9ccaff;--quote:#4d4213;--name:#143a5c;--said:#1f4023;\
    --bad:#5c2420}}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem;max-width:64rem;color:var(--ink);background:var(--paper);\
    font:1rem/1.55 system-ui,sans-serif}
    a{color:var(--link);text-underline-offset:.15em}
    :focus-visible{outline:3px solid var(--link);outline-offset:2px}
    .skip{position:absolute;left:-99rem}
    .skip:focus{left:1rem;top:.5rem;padding:.5rem 1rem;background:var(--paper)}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);\
    white-space:nowrap}
    h1,h2{line-height:1.25;overflow-wrap:anywhere}
    h2{margin:2.5rem 0 1rem;padding-bottom:.3rem;border-bottom:2px solid var(--line)}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(12rem,1fr));gap:.6rem;margin:0}
    .facts dt{color:var(--soft);font-size:.9rem}
    .facts dd{margin:0;overflow-wrap:anywhere}
    nav ul{display:flex;flex-wrap:wrap;gap:.4rem 1.4rem;padding:0;list-style:none}
    li{margin:.5rem 0;overflow-wrap:anywhere}
    .error{font-weight:700}
    .hint,.remark,.label,.marker{color:var(--soft);font-size:.9rem}
    .block{margin:.7rem 0;padding:.2rem .8rem;border-inline-start:4px solid var(--link)}
    .untaken{border-inline-start:4px dashed var(--line);background:var(--box)}
    .label{margin:0}
    .words{white-space:pre-wrap;overflow-wrap:anywhere}
    .title{font-weight:700}
    .date{border-bottom:2px dotted}
    .quotation{background:var(--quote)}
    .speaker{background:var(--name);border-bottom:2px solid}
    .signatory{background:var(--name)}
    .withdrawn{text-decoration:line-through}
    .said{background:var(--said)}
    .finding{background:var(--bad);text-decoration:underline wavy}
    .tag{font-size:.8rem;margin-inline-end:.3rem;padding:0 .3rem;border:1px solid;\
    border-radius:.3rem;    background:var(--paper);text-decoration:none;white-space:nowrap}
    :target{outline:3px solid var(--link);outline-offset:2px}
    summary{display:inline-block;cursor:pointer;color:var(--link);font-size:.9rem;min-height:1.5rem}
    pre{margin:.3rem 0;padding:.5rem .7rem;background:var(--box);border-radius:.4rem;\
    white-space:pre-wrap;overflow-wrap:anywhere;user-select:all}
    code{font-family:ui-monospace,monospace;font-size:.9em}
    table{width:100%;border-collapse:collapse}
    th,td{padding:.35rem .7rem .35rem 0;text-align:start;vertical-align:top;\
    border-top:1px solid var(--line);overflow-wrap:anywhere}
    tbody th{font-weight:400}
    footer{margin-top:3rem;border-top:2px solid var(--line);color:var(--soft)}
    @media(max-width:44rem){thead{position:absolute;clip-path:inset(50%)}\
    tr{display:block;padding:.5rem 0;border-top:1px solid var(--line)}\
    td,th{display:block;padding:.1rem 0;border:0}}
    @media print{nav,.skip,details{display:none}body{max-width:none}\
    .block{break-inside:avoid}*{print-color-adjust:exact}}

    """
}
