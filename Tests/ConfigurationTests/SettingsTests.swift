import Host
import HostTesting
import Testing

@testable import Configuration

/// Every setting: its default, each source, each kind of bad value with its message.
@Suite struct SettingsTests {
  /// What is tried of one setting.
  struct Case {
    /// The default, as JSON5.
    var byDefault: String
    /// A flag's texts, and what they mean as JSON5.
    var texts: [String]
    var means: String
    /// Values of the file, and what is said of each.
    var bad: [(value: String, message: String)]
    /// A flag's or variable's text that is refused.
    var badText: String
    /// Other flags that it needs to make sense.
    var along: [String: [String]] = [:]

    static func integer(
      _ byDefault: Int?, _ range: ClosedRange<Int>, along: [String: [String]] = [:]
    ) -> Case {
      let allowed = "is not a whole number from \(range.lowerBound) to \(range.upperBound)"
      let bad = [
        "\(range.lowerBound - 1)", "\(range.upperBound + 1)", "\(range.lowerBound).5", "true",
        "[]", "{}", "99999999999999999999", "'\(range.lowerBound)'",
      ]
      let shown = bad.map {
        switch $0 {
        case "[]": "a list"
        case "{}": "an object"
        default: $0.hasPrefix("'") ? "“\($0.dropFirst().dropLast())”" : $0
        }
      }
      return Case(
        byDefault: byDefault.map(String.init) ?? "null", texts: ["\(range.upperBound)"],
        means: "\(range.upperBound)", bad: zip(bad, shown).map { ($0, "\($1) \(allowed)") },
        badText: "\(range.upperBound + 1)", along: along)
    }

    static func choice(_ byDefault: String, _ other: String, _ allowed: String) -> Case {
      Case(
        byDefault: "\"\(byDefault)\"", texts: [other], means: "\"\(other)\"",
        bad: [("'old'", "“old” is not \(allowed)"), ("null", "null is not \(allowed)")],
        badText: other.uppercased())
    }
  }

  static let cases: [String: Case] = [
    "restMilliseconds": .integer(200, 10...60_000),
    "listen": Case(
      byDefault: #"["127.0.0.1:8080"]"#,
      texts: [":80", "[::1]:0", "unix:/s,mode=0660,group=g,proxy"],
      means: #"[":80", "[::1]:0", "unix:/s,mode=0660,group=g,proxy"]"#,
      bad: [
        ("'127.0.0.1:1'", "“127.0.0.1:1” is not a list of addresses, 1 or more"),
        ("[]", "listen: is empty: name addresses, 1 or more"),
        ("['8080']", "“8080” has no port; write host:port"),
        ("[8080]", "8080 is not host:port, [IPv6]:port, :port or unix:/path"),
        ("[{ addres: ':1' }]", "listen[1].addres: is unknown; did you mean address?"),
        ("[{ address: 1 }]", "listen[1].address: 1 is not host:port"),
        ("[{ address: ':1', tls: 1 }]", "listen[1].tls: 1 is not true or false"),
        ("[{ tls: false }]", "listen[1]: has no address"),
        ("[{ address: ':1', proxy: 1 }]", "listen[1].proxy: 1 is not true or false"),
        ("[':1,tls']", "an address ends in ,tls, but there is no certificate"),
        ("[':1,proxy']", "an address ends in ,proxy, but nobody may speak the PROXY protocol"),
        ("[':1,tls,proxy']", "has “proxy” behind “tls”; the options are ,mode="),
        ("[':1,tls,tls']", "has “tls” behind “tls”; the options are"),
        ("[':1,tsl']", "“:1,tsl” has the option “tsl”; the options are"),
        ("['unix:/s,tsl']", "“unix:/s,tsl” has the option “tsl”; the options are"),
        ("['unix:/s,mode']", "“unix:/s,mode” has the option “mode”; the options are"),
        ("['unix:/s,tls=1']", "“unix:/s,tls=1” has the option “tls=1”; the options are"),
        ("['unix:/s,mode=999']", "“mode=999”, which is no mode in octal digits such as 0660"),
        ("['unix:/s,mode=01777']", "“mode=01777”, which is no mode in octal digits"),
        ("['unix:/s,group=']", "“group=”, which names no group"),
        ("[':1,mode=0660']", "“mode=0660”, which is for unix: only"),
        ("[{ address: 'unix:/s', mode: 660 }]", "listen[1].mode: 660 is not a mode such as"),
        ("[{ address: 'unix:/s', mode: '8' }]", "listen[1].mode: “8” is no mode in octal"),
        ("[{ address: ':1', group: 'a' }]", "listen[1].group: “a” is for unix: only"),
      ], badText: "::1", along: ["trustedProxies": ["unix"]]),
    "loops": .integer(nil, 1...256),
    "user": Case(
      byDefault: "null", texts: ["nobody"], means: #""nobody""#,
      bad: [("1", "1 is not the name of a user"), ("''", "“” is not the name of a user")],
      badText: ""),
    "statements": .path("a folder of texts"),
    "baseURL": Case(
      byDefault: "null", texts: ["https://a.example/b"], means: #""https://a.example/b""#,
      bad: [
        ("1", "1 is not a URL such as https://api.example.org"),
        ("'a.example'", "“a.example” is not a URL such as https://api.example.org"),
      ], badText: "ftp://a"),
    "trustedProxies": Case(
      byDefault: "[]", texts: ["10.0.0.1", "10.0.0.0/8", "fd00:0:0:1::/64", "unix", "::1"],
      means: #"["10.0.0.1", "10.0.0.0/8", "fd00:0:0:1::/64", "unix", "::1"]"#,
      bad: [
        ("null", "null is not a list of addresses"), ("[1]", "1 is not an address such as"),
        ("['::1', 'b']", "trustedProxies[2]: “b” is neither an address, nor address/bits"),
      ], badText: "1.2.3.4/33"),
    "tls.certificates": .paths(along: ["tls.keys": ["b"], "listen": [":1,tls"]]),
    "tls.keys": .paths(along: ["tls.certificates": ["b"], "listen": [":1,tls"]]),
    "tls.profile": .choice("intermediate", "modern", "intermediate or modern"),
    "tls.clientAuthorities": .path("a file in PEM form"),
    "tls.hstsSeconds": .integer(0, 0...63_072_000),
    "adminListen": Case(
      byDefault: "null", texts: ["[::1]:9090"], means: #""[::1]:9090""#,
      bad: [
        ("'9090'", "“9090” has no port; write host:port"),
        ("[':1']", "a list is not host:port, [IPv6]:port, :port or unix:/path"),
        ("{ addres: ':1' }", "adminListen.addres: is unknown; did you mean address?"),
        ("':1,tls'", "an address ends in ,tls, but there is no certificate"),
      ], badText: "::1"),
    "log.format": .choice("auto", "json", "auto or text or json"),
    "log.level": .choice("info", "error", "error or warning or info"),
    "log.access": .choice("off", "combined", "off or json or combined"),
    "log.accessFile": .path("a file to add lines to"),
    "log.clientAddress": .choice("full", "truncated", "full or truncated"),
    "handshakeTimeoutSeconds": .integer(10, 1...300),
    "requestHeadTimeoutSeconds": .integer(10, 1...300),
    "requestContentTimeoutSeconds": .integer(20, 1...300),
    "idleTimeoutSeconds": .integer(60, 1...86_400),
    "writeStallTimeoutSeconds": .integer(20, 1...300),
    "lingerTimeoutSeconds": .integer(2, 1...60),
    "drainDelaySeconds": .integer(0, 0...3_600),
    "shutdownTimeoutSeconds": .integer(10, 1...3_600),
    "drainGraceMilliseconds": .integer(100, 1...10_000),
    "acceptPauseMilliseconds": .integer(100, 1...10_000),
    "pauseReportQuietSeconds": .integer(60, 1...86_400),
    "retryAfterSeconds": .integer(5, 1...3_600),
    "requestHeadBytesMax": .integer(16_384, 1_024...1_048_576),
    "requestTargetBytesMax": .integer(
      8_192, 512...1_048_575, along: ["requestHeadBytesMax": ["1048576"]]),
    "methodBytesMax": .integer(64, 16...1_024),
    "fieldLinesMax": .integer(100, 10...10_000),
    "requestContentBytesMax": .integer(65_536, 0...16_777_216),
    "chunkLineBytesMax": .integer(256, 16...65_536),
    "trailerBytesMax": .integer(4_096, 0...1_048_576),
    "leadingEmptyLinesMax": .integer(4, 0...100),
    "requestsPerConnectionMax": .integer(10_000, 1...1_000_000_000),
    "clientConnectionsMax": .integer(nil, 1...1_000_000),
    "clientRequestsPerSecondMax": .integer(nil, 1...1_000_000),
    "clientRequestsBurst": .integer(100, 1...1_000_000),
    "clientsMax": .integer(65_536, 1_024...16_777_216),
    "connectionsPerLoopMax": .integer(20_000, 1...1_000_000),
    "refusalsPerLoopMax": .integer(256, 1...100_000),
    "backlogPerLoopBytesMax": .integer(536_870_912, 1_048_576...68_719_476_736),
    "halfReadPerLoopBytesMax": .integer(67_108_864, 1_048_576...68_719_476_736),
    "handshakesPerLoopMax": .integer(1_000, 1...1_000_000),
    "outputBytesMax": .integer(65_536, 4_096...16_777_216),
    "encryptBytesMax": .integer(65_536, 16_384...126_976),
    "receiveBytes": .integer(65_536, 4_096...16_777_216),
    "lingerBytesMax": .integer(1_048_576, 0...1_073_741_824),
    "writeBytesPerSecondMin": .integer(1_024, 1...1_048_576),
    "acceptBatchMax": .integer(64, 1...10_000),
    "handshakeBatchMax": .integer(4, 1...1_000),
    "cachedResponsesMax": .integer(8_192, 512...10_000_000),
    "cachedResponseBytesMax": .integer(33_554_432, 1_048_576...68_719_476_736),
    "descriptorsMax": .integer(nil, 64...1_073_741_824),
  ]

  private func value(_ setting: Setting, _ sources: ConfigurationSources) throws -> String {
    let configuration = try EffectiveConfiguration(sources)
    return "\(setting.show(configuration.options)) of "
      + configuration.origin(of: setting).description
  }

  /// A file that holds one setting, in the second line.
  private func file(_ setting: Setting, _ value: String) -> String {
    let parts = setting.key.split(separator: ".").map(String.init)
    let opened = parts.dropLast().map { "\($0): { " }.joined()
    return "{\n\(opened)\(parts.last ?? ""): \(value)"
      + String(repeating: " }", count: parts.count - 1) + "\n}"
  }

  @Test("Every setting has a case here, and no case is left over")
  func complete() {
    #expect(Set(Settings.all.map(\.key)) == Set(Self.cases.keys))
    #expect(Set(Settings.all.map(\.flag)).count == Settings.all.count)
    #expect(Set(Settings.all.map(\.variable)).count == Settings.all.count)
    for setting in Settings.all {
      #expect(!setting.about.isEmpty && !setting.reason.isEmpty, "\(setting.key)")
    }
  }

  @Test("Names of flags and variables follow from the key, words in the middle included")
  func names() throws {
    for (key, flag, variable) in [
      ("listen", "--listen", "SIGNATORY_LISTEN"),
      ("baseURL", "--base-url", "SIGNATORY_BASE_URL"),
      ("tls.profile", "--tls-profile", "SIGNATORY_TLS_PROFILE"),
      ("trustedProxies", "--trusted-proxy", "SIGNATORY_TRUSTED_PROXIES"),
      ("idleTimeoutSeconds", "--idle-timeout-seconds", "SIGNATORY_IDLE_TIMEOUT_SECONDS"),
    ] {
      let setting = try #require(Settings.named(key: key))
      #expect(setting.flag == flag)
      #expect(setting.variable == variable)
    }
  }

  @Test(
    "A setting has its default, and a flag beats the environment, which beats the file",
    arguments: Settings.all.map(\.key))
  func sources(key: String) throws {
    let setting = try #require(Settings.named(key: key))
    let wanted = try #require(Self.cases[key])
    #expect(setting.defaultText == wanted.byDefault)
    #expect(try value(setting, ConfigurationSources()) == "\(wanted.byDefault) of default")

    let folder = TemporaryFolder()
    folder.write("c.json5", file(setting, wanted.byDefault))
    let path = "\(folder.path)/c.json5"
    var sources = ConfigurationSources(file: path)
    #expect(try value(setting, sources) == "\(wanted.byDefault) of \(path):2")

    sources.flags = wanted.along
    folder.write("c.json5", file(setting, wanted.means))
    let inFile = wanted.means.replacing("\"./", with: "\"\(folder.path)/./")
    #expect(try value(setting, sources) == "\(inFile) of \(path):2")

    folder.write("c.json5", file(setting, wanted.byDefault))
    sources.variables[setting.variable] = wanted.texts.joined(separator: " ")
    #expect(try value(setting, sources) == "\(wanted.means) of \(setting.variable)")

    sources.flags[key] = wanted.texts
    sources.variables[setting.variable] = wanted.badText
    #expect(try value(setting, sources) == "\(wanted.means) of \(setting.flag)")
  }

  @Test(
    "A bad value is refused with its place or name, and what is allowed",
    arguments: Settings.all.map(\.key))
  func refusals(key: String) throws {
    let setting = try #require(Settings.named(key: key))
    let wanted = try #require(Self.cases[key])
    let folder = TemporaryFolder()
    let path = "\(folder.path)/c.json5"
    for (value, message) in wanted.bad {
      folder.write("c.json5", file(setting, value))
      let failure = #expect(throws: Failure.self) {
        try EffectiveConfiguration(ConfigurationSources(file: path))
      }
      let finding = failure?.findings.first ?? ""
      #expect(failure?.code == .usage)
      #expect(finding.hasPrefix("\(path):2:"), "\(finding)")
      #expect(finding.contains(": error: \(key)"), "\(finding)")
      #expect(finding.contains(message), "\(finding)")
    }
    for (sources, name) in [
      (ConfigurationSources(flags: [key: [wanted.badText]]), setting.flag),
      (ConfigurationSources(variables: [setting.variable: wanted.badText]), setting.variable),
    ] {
      // A variable without text is an empty list.
      if setting.isList, wanted.badText.isEmpty, sources.flags.isEmpty { continue }
      let failure = #expect(throws: Failure.self) { try EffectiveConfiguration(sources) }
      #expect(failure?.code == .usage)
      #expect(failure?.message.contains(name) == true, "\(failure?.message ?? "")")
    }
  }

  @Test("What has no effect is told of, unless it is as it is by default")
  func idle() throws {
    let folder = TemporaryFolder()
    let path = "\(folder.path)/c.json5"
    folder.write("c.json5", try EffectiveConfiguration(ConfigurationSources()).printed)
    #expect(try EffectiveConfiguration(ConfigurationSources(file: path)).warnings.isEmpty)
    folder.write("c.json5", "{ clientsMax: 2048, tls: { hstsSeconds: 9, profile: 'modern' } }")
    let warnings = try EffectiveConfiguration(ConfigurationSources(file: path)).warnings
    #expect(warnings.map(\.setting) == ["tls.profile", "tls.hstsSeconds", "clientsMax"])
  }
}

extension SettingsTests.Case {
  static func path(_ noun: String) -> Self {
    Self(
      byDefault: "null", texts: ["./a"], means: #""./a""#,
      bad: [("1", "1 is not \(noun)"), ("''", "“” is not \(noun)")], badText: "")
  }

  static func paths(along: [String: [String]]) -> Self {
    Self(
      byDefault: "[]", texts: ["./a"], means: #"["./a"]"#,
      bad: [
        ("'a'", "is not a list of files in PEM form"), ("[1]", "1 is not a file in PEM form"),
        ("['']", "“” is not a file in PEM form"),
      ], badText: "", along: along)
  }
}
