/// Loading: texts, declarations and certificates, read and read again.
///
/// `StatementLoader` makes a snapshot, `StatementFolder` reads what a folder holds. A reloader
/// keeps one kind of file (`StatementReloader`, `CertificateReloader`, `ConfigurationReloader`),
/// and `ReloadDriver` tells it when to look. `Checks` says what an editor should look at.
