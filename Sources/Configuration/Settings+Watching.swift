internal import Logging

extension Settings {
  package static let watching: [Setting] = [
    Setting(
      .watching, "adminListen", \.adminListen, ValueFormat.endpoint.orNull(),
      about: "Address of a listener of its own for /metrics, /readyz and /healthz.",
      reason: "null disables it: metrics are for administrators, not for the public."),
    Setting(
      .watching, "log.format", \.log.format, .choice,
      about: "Form of the messages on standard error: text for people, json for programs.",
      reason: "auto is text on a terminal, json elsewhere."),
    Setting(
      .watching, "log.level", \.log.level, .choice,
      about: "Messages to write: errors alone, warnings too, or what happens in the normal course.",
      reason: "There are few messages of any kind: none is written for a request."),
    Setting(
      .watching, "log.access", \.log.access, .choice, flag: "--access-log",
      about: "A line for each request: one JSON object, or the Combined Log Format.",
      reason: "off spares the time of making lines, and keeps nothing about those who ask."),
    Setting(
      .watching, "log.accessFile", \.log.accessFile,
      ValueFormat.path("a file to add lines to", as: "FILE").orNull(), flag: "--access-log-file",
      about: "File of the access log. SIGHUP opens it anew, after it was moved away.",
      reason: "null is standard error."),
    Setting(
      .watching, "log.clientAddress", \.log.clientAddress, .choice,
      about: "How much of client addresses is written: truncated is their network alone, the "
        + "first 24 bits of IPv4 and 48 of IPv6.",
      reason: "Who turns the access log on mostly looks for one client; for statistics, truncate."),
  ]
}
