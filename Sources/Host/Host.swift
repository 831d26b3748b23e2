/// Host: the process and its machine: arguments, environment, files, signals, users, systemd,
/// standard streams.
///
/// `FileContent` reads a file, `Directory` lists a folder, and `Watching` tells when either changes
/// and has rested. Nothing here knows what a file is for: that is `Configuration`'s and
/// `Loading`'s.
