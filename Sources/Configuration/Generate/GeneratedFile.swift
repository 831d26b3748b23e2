/// What `signatory generate` can make.
package enum GeneratedFile: String, CaseIterable {
  case config, man, bash, zsh, fish
}
