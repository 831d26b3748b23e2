internal import Logging

extension Settings {
  package static let watching: [Setting] = [
    Setting(
      .watching, "adminListen", \.adminListen, ValueFormat.endpoint.orNull(),
      about: "Address of a separate listener for /metrics, /readyz and /healthz.",
      reason: "null: no such listener. Metrics are for administrators, not for the public."),
    Setting(
      .watching, "log.format", \.log.format, .choice,
      about: "Format of messages on standard error: text for people, json for programs.",
      reason: "auto is text on a terminal, json elsewhere."),
    Setting(
      .watching, "log.level", \.log.level, .choice,
      about: "Least severe messages to log: error, warning or info.",
      reason: "There are few messages of any level; none is logged per request."),
    Setting(
      .watching, "log.access", \.log.access, .choice, flag: "--access-log",
      about: "Log each request: as a JSON object, or in the Combined Log Format.",
      reason: "off saves the time to format lines, and stores nothing about clients."),
    Setting(
      .watching, "log.accessFile", \.log.accessFile,
      ValueFormat.path("a file to add lines to", as: "FILE").orNull(), flag: "--access-log-file",
      about: "File of the access log. SIGHUP reopens it, for log rotation.",
      reason: "null: standard error."),
    Setting(
      .watching, "log.clientAddress", \.log.clientAddress, .choice,
      about: "Client addresses in the access log: in full, or truncated to their network (24 "
        + "bits of IPv4, 48 bits of IPv6).",
      reason: "An access log is mostly searched for one client. For statistics, truncate."),
  ]
}
