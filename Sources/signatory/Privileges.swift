internal import Glibc

/// The user that the process runs as.
enum Privileges {
  static var areRoot: Bool { geteuid() == 0 }

  /// Becomes the user `name`, with that user's groups, for ever: to be called when sockets are
  /// bound and keys are read. Where the process is that user already, nothing happens.
  static func drop(to name: String) throws(Failure) {
    guard let user = unsafe getpwnam(name) else {
      throw Failure(code: .usage, message: "there is no user “\(name)”")
    }
    let (uid, gid) = unsafe (user.pointee.pw_uid, user.pointee.pw_gid)
    guard uid != 0 else {
      throw Failure(code: .usage, message: "the user “\(name)” is root; name another")
    }
    if geteuid() == uid, getuid() == uid { return }
    guard areRoot else {
      throw Failure(code: .usage, message: "only root can become the user “\(name)”")
    }
    guard unsafe initgroups(name, gid) == 0, setgid(gid) == 0, setuid(uid) == 0 else {
      throw Failure(
        code: .failure,
        message: "cannot become the user “\(name)”: \(unsafe String(cString: strerror(errno)))")
    }
    // What cannot be undone cannot be undone by an intruder.
    guard getuid() == uid, geteuid() == uid, getgid() == gid, getegid() == gid, setuid(0) != 0
    else {
      throw Failure(code: .failure, message: "the user “\(name)” can become root again")
    }
  }
}
