internal import Logging
internal import Bytes
internal import Server

extension EffectiveConfiguration {
  /// Something that is set, and does nothing.
  package struct Warning: Equatable, Sendable {
    /// The key of the setting, or the name of the variable.
    package var setting: String
    package var text: String

    init(_ setting: String, _ reason: String) {
      self.setting = setting
      text = "\(setting): \(reason)"
    }
  }

  /// Settings that somebody gave, and others make idle. A file may spell out all defaults.
  func idleSettings() -> [Warning] {
    var warnings: [Warning] = []
    func warn(_ keys: [String], where isIdle: Bool, _ reason: String) {
      guard isIdle else { return }
      let given = keys.compactMap(Settings.named(key:)).filter {
        origins[$0.key] != nil && $0.show(options) != $0.defaultText
      }
      warnings += given.map { Warning($0.key, reason) }
    }
    let clients = options.limits.clients
    let paced = clients.clientRequestsPerSecondMax != nil
    warn(
      ["listen"], where: !options.sockets.isEmpty,
      "is not used: the sockets that systemd hands over count (ListenStream= of the socket unit)")
    warn(
      ["tls.certificates", "tls.keys", "tls.profile", "tls.clientAuthorities", "tls.hstsSeconds"],
      where: !options.speaksTLS,
      "has no effect: no address speaks TLS; write --listen ADDRESS,tls, or with sockets of "
        + "systemd FileDescriptorName=http,tls")
    warn(
      ["log.accessFile", "log.clientAddress"], where: options.log.access == .off,
      "has no effect: there is no access log; give --access-log json or combined")
    warn(
      ["clientRequestsBurst"], where: !paced,
      "has no effect: give --client-requests-per-second-max too")
    warn(
      ["clientsMax"], where: !paced && clients.clientConnectionsMax == nil,
      "has no effect: clients are not limited; give --client-connections-max or "
        + "--client-requests-per-second-max")
    return warnings
  }

  /// Variables that look like settings, and are none.
  static func unknownVariables(_ variables: [String: String]) -> [Warning] {
    let prefix = "SIGNATORY_"
    let known = Settings.all.map(\.variable) + ["SIGNATORY_CONFIG"]
    return variables.keys.sorted().filter { $0.hasPrefix(prefix) && !known.contains($0) }
      .map { name in
        // Whoever follows the flag's name means its variable.
        let flag = "--" + name.dropFirst(prefix.count).lowercased().replacing("_", with: "-")
        if let setting = Settings.named(flag: flag) {
          return Warning(name, "is no setting; did you mean \(setting.variable)?")
        }
        let words = known.map { String($0.dropFirst(prefix.count)) }
        let nearest =
          Suggestion.name(to: String(name.dropFirst(prefix.count)), among: words)
          .map { "; did you mean \(prefix)\($0)?" } ?? ""
        return Warning(name, "is no setting\(nearest)")
      }
  }
}
