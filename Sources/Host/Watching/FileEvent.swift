/// What befell a file, as the kernel tells those who watch its folder.
package enum FileEvent: Equatable {
  /// It came, by whatever means, perhaps still empty.
  case created
  /// Somebody who has it open wrote to it.
  case written
  /// Somebody who could write to it has closed it.
  case closed
  /// It was moved here; the number joins it with the `left` of where it was.
  case arrived(UInt32)
  case left(UInt32)
  case removed
  /// Its times, mode, owner or number of names changed.
  case touched
}
