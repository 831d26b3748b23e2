// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers link only with libFuzzer: `Scripts/fuzz` asks for them, nothing else does.
let isFuzzing = Context.environment["SIGNATORY_FUZZ"] != nil

/// The map: which room may call which. `Scripts/tidy` proves it against the imports in the sources,
/// so an edge that is not here cannot be taken, and the rooms from `Bytes` to `API` stay pure.
let settings: [SwiftSetting] =
  [
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
    .enableExperimentalFeature("Lifetimes"),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    // Rooms call each other on every request: let the optimizer see through the walls.
    .unsafeFlags(
      ["-cross-module-optimization", "-enforce-exclusivity=unchecked"],
      .when(configuration: .release)),
  ] + (isFuzzing ? [.define("FUZZING")] : [])

func room(
  _ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
  -> Target
{
  .testTarget(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

let package = Package(
  name: "signatory",
  products: [.executable(name: "signatory", targets: ["signatory"])],
  targets: [
    // System libraries: headers and nothing else.
    .target(name: "CLinux"),
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "openssl", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CUtf8proc", providers: [.apt(["libutf8proc-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlienc", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
    .systemLibrary(name: "CIconv"),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),

    // Pure: no clock, no file, no socket.
    room("Digest", ["COpenSSL"]),
    room("Compression", ["CZlib", "CBrotli"]),
    room("Bytes"),
    room("Locks"),
    room("Metrics", ["Bytes"]),
    room("HTTP", ["Bytes"]),
    room("HTTP1", ["HTTP", "Bytes"]),
    room("JSON5", ["Bytes"]),
    room("Markup", ["Bytes", "CIconv", "CMD4C", "CGumbo", "CYAML"]),
    room("Statements", ["Markup", "Bytes"]),
    room("Corrections", ["JSON5", "Statements", "Markup", "Bytes"]),
    room("Review", ["Corrections", "Statements", "JSON5", "Markup", "Digest", "Bytes"]),
    room("Imports", ["Statements", "JSON5", "Markup", "Bytes"]),
    room("Catalog", ["Statements", "Markup", "Bytes", "Digest", "Locks", "CUtf8proc"]),
    room("API", ["HTTP", "Catalog", "Statements", "Markup", "Bytes", "Compression", "Digest"]),

    // The machine.
    room("EventLoop", ["CLinux", "Locks", "Metrics", "Bytes"]),
    room("TLS", ["COpenSSL", "Locks", "Bytes"]),
    room("Server", ["EventLoop", "Locks", "TLS", "HTTP1", "HTTP", "Metrics", "Bytes"]),
    room("Host", ["CLinux", "EventLoop", "Locks", "Bytes"]),
    room("Logging", ["Host", "Server", "EventLoop", "HTTP", "Locks", "Metrics", "Bytes"]),
    room(
      "Configuration",
      ["Logging", "Host", "Server", "TLS", "EventLoop", "HTTP1", "JSON5", "Bytes"]),
    room(
      "Loading",
      [
        "Configuration", "Logging", "Host", "TLS", "EventLoop", "Catalog", "Corrections",
        "Imports", "Statements", "Markup", "JSON5", "Locks", "Metrics", "Bytes",
      ], resources: [.embedInCode("joint-statement.txt")]),
    .executableTarget(
      name: "signatory",
      dependencies: [
        "API", "Bytes", "Catalog", "Configuration", "Corrections", "EventLoop", "HTTP", "Host",
        "JSON5", "Loading", "Locks", "Logging", "Markup", "Metrics", "Review", "Server",
        "Statements",
      ],
      swiftSettings: settings),

    tests("BytesTests", ["Bytes"]),
    tests("MetricsTests", ["Metrics"]),
    tests("DigestTests", ["Digest"]),
    tests("CompressionTests", ["Compression"]),
    .target(
      name: "HTTPTesting", dependencies: ["HTTP", "Bytes"], path: "Tests/HTTPTesting",
      swiftSettings: settings),
    tests("HTTPTests", ["HTTP", "HTTPTesting", "Bytes"]),
    tests("HTTP1Tests", ["HTTP1", "HTTP", "Bytes"]),
    tests("MarkupTests", ["Markup", "Bytes"]),
    tests("StatementsTests", ["Statements", "Markup", "Bytes"]),
    tests("CorrectionsTests", ["Corrections", "Statements", "JSON5", "Markup", "Bytes"]),
    tests("ReviewTests", ["Review", "Corrections", "Statements", "JSON5", "Markup", "Bytes"]),
    tests("ImportsTests", ["Imports", "Statements", "Markup", "Bytes"]),
    tests("CatalogTests", ["Catalog", "Statements", "Markup", "Bytes"]),
    tests(
      "APITests",
      ["API", "HTTP", "HTTPTesting", "Catalog", "Compression", "Statements", "Markup", "Bytes"]),
    tests("LocksTests", ["Locks"]),
    tests("EventLoopTests", ["EventLoop", "ServerTesting", "Bytes", "CLinux"]),
    .target(
      name: "TLSTesting", dependencies: ["COpenSSL"], path: "Tests/TLSTesting",
      swiftSettings: settings),
    tests("TLSTests", ["TLS", "TLSTesting", "Bytes"]),
    .target(
      name: "ServerTesting",
      dependencies: ["Server", "EventLoop", "CLinux", "Locks", "TLS", "HTTP1", "HTTP", "Bytes"],
      path: "Tests/ServerTesting", swiftSettings: settings),
    tests(
      "ServerTests",
      [
        "Server", "ServerTesting", "EventLoop", "Locks", "Metrics", "TLS", "TLSTesting", "HTTP1",
        "HTTP", "Bytes",
      ]),
    .target(name: "HostTesting", path: "Tests/HostTesting", swiftSettings: settings),
    .target(
      name: "JSON5Testing", dependencies: ["JSON5"], path: "Tests/JSON5Testing",
      swiftSettings: settings),
    tests("JSON5Tests", ["JSON5", "JSON5Testing", "Bytes"]),
    tests("HostTests", ["Host", "HostTesting", "EventLoop"]),
    tests(
      "LoggingTests",
      ["Logging", "Host", "HostTesting", "Server", "HTTP", "Locks", "Metrics", "Bytes"]),
    tests(
      "ConfigurationTests",
      ["Configuration", "Host", "HostTesting", "JSON5", "Logging", "Server", "EventLoop", "Bytes"]),
    tests(
      "LoadingTests",
      [
        "Loading", "Configuration", "Logging", "Host", "HostTesting", "Catalog", "Statements",
        "Markup", "JSON5", "Locks", "Metrics", "Bytes",
      ]),
    tests(
      "SignatoryTests",
      ["signatory", "Configuration", "Host", "HostTesting", "Server", "EventLoop"]),
  ],
  swiftLanguageModes: [.v6]
)

/// What `Scripts/learn` asks for.
if Context.environment["SIGNATORY_LEARN"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Features", dependencies: ["Statements", "Markup", "Bytes"], path: "Tests/Learning",
      swiftSettings: settings))
}

if isFuzzing {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
    .executableTarget(
      name: "FuzzWire",
      dependencies: ["CFuzzer", "ServerTesting", "HTTP1", "HTTP", "Locks", "Bytes"],
      path: "Tests/Fuzz/Wire",
      exclude: ["Corpora", "wire.dict"], swiftSettings: settings),
    .executableTarget(
      name: "FuzzJSON5", dependencies: ["CFuzzer", "JSON5", "JSON5Testing", "Bytes"],
      path: "Tests/Fuzz/JSON5",
      exclude: ["Corpora", "json5.dict"], swiftSettings: settings),
    .executableTarget(
      name: "FuzzStatements", dependencies: ["CFuzzer", "Statements", "Markup", "Bytes"],
      path: "Tests/Fuzz/Statements",
      exclude: ["Corpora", "statements.dict"], swiftSettings: settings),
  ]
}
