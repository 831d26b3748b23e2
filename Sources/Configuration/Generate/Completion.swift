/// What shells complete on the command line.
enum Completion {
  /// A flag of `serve`, and what may follow it.
  private struct Flag {
    var name: String
    var about: String
    /// What stands for the value; `nil`: none follows.
    var placeholder: String?
    var choices: [String] = []
    var isPath = false
    var isRepeated = false
  }

  private static var flags: [Flag] {
    [
      Flag(name: "--help", about: "Show help"),
      Flag(name: "--config", about: "Configuration file", placeholder: "FILE", isPath: true),
      Flag(name: "--check-config", about: "Check everything that a start needs, and exit"),
      Flag(name: "--print-config", about: "Print the effective settings, and exit"),
    ]
      + Settings.all.map {
        Flag(
          name: $0.flag, about: $0.summary, placeholder: $0.placeholder, choices: $0.choices,
          isPath: $0.isPath, isRepeated: $0.isList)
      }
  }

  private static let commandNames = CommandList.all.map(\.0).joined(separator: " ")
  private static let kinds = GeneratedFile.allCases.map(\.rawValue).joined(separator: " ")

  static var bash: String {
    let paths = flags.filter(\.isPath).map(\.name).joined(separator: "|")
    let others = flags.filter { $0.placeholder != nil && !$0.isPath && $0.choices.isEmpty }
    let choices = flags.filter { !$0.choices.isEmpty }.map {
      "    \($0.name)) words='\($0.choices.joined(separator: " "))' ;;"
    }
    return """
      # bash completion for signatory
      _signatory() {
        local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
        local command=${COMP_WORDS[1]} words=
        compopt +o default 2>/dev/null
        case $previous in
          \(paths)) compopt -o default; COMPREPLY=(); return ;;
      \(choices.map { "    " + $0.dropFirst(4) }.joined(separator: "\n"))
          --format) words='human json' ;;
          \(others.map(\.name).joined(separator: "|"))) COMPREPLY=(); return ;;
          *)
            case $command in
              extract | check)
                [[ $current == -* ]] || { compopt -o default; COMPREPLY=(); return; }
                words=--help
                [ "$command" = extract ] && words+=' --explain' || words+=' --format' ;;
              generate) words='\(kinds)' ;;
              *)
                words='\(flags.map(\.name).joined(separator: " "))'
                [ "$COMP_CWORD" -gt 1 ] || words+=' --version \(commandNames)' ;;
            esac ;;
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
      }
      complete -F _signatory signatory

      """
  }

  static var zsh: String {
    let specifications = flags.map { flag in
      let value = flag.placeholder.map { placeholder in
        let action = flag.isPath ? "_files" : "(\(flag.choices.joined(separator: " ")))"
        return ":\(placeholder.filter(\.isLetter)):" + (action == "()" ? "" : action)
      }
      let about = flag.about.filter { !"[]:'".contains($0) }
      return "    '\(flag.isRepeated ? "*" : "")\(flag.name)[\(about)]\(value ?? "")'"
    }
    let commands = CommandList.all.map { "      '\($0):\($1)'" }
    return """
      #compdef signatory
      _signatory() {
        local -a commands=(
      \(commands.joined(separator: "\n"))
        )
        local -a flags=(
      \(specifications.joined(separator: "\n"))
        )
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          _describe command commands
          return
        fi
        case $words[2] in
          extract) _arguments --help --explain '*:file:_files' ;;
          check) _arguments --help '--format[Form of findings]:form:(human json)' '*:path:_files' ;;
          generate) _arguments '2:kind:(\(kinds))' ;;
          *) _arguments '--version[Show the version]' $flags ;;
        esac
      }
      _signatory "$@"

      """
  }

  static var fish: String {
    let none = "not __fish_seen_subcommand_from \(commandNames)"
    let serve = "not __fish_seen_subcommand_from extract check generate"
    var lines = ["# fish completion for signatory", "complete -c signatory -f"]
    lines += CommandList.all.map { "complete -c signatory -n '\(none)' -a \($0) -d '\($1)'" }
    lines.append("complete -c signatory -n '\(none)' -l version -d 'Show the version'")
    lines += flags.map { flag in
      let name = flag.name.dropFirst(2)
      let about = flag.about.filter { $0 != "'" }
      var line = "complete -c signatory -n '\(serve)' -l \(name) -d '\(about)'"
      if flag.placeholder != nil { line += flag.isPath ? " -r -F" : " -x" }
      if !flag.choices.isEmpty { line += " -a '\(flag.choices.joined(separator: " "))'" }
      return line
    }
    let files = "__fish_seen_subcommand_from extract check"
    lines += [
      "complete -c signatory -n '\(files)' -F",
      "complete -c signatory -n '__fish_seen_subcommand_from extract' -l explain",
      "complete -c signatory -n '__fish_seen_subcommand_from check' -l format -x -a 'human json'",
      "complete -c signatory -n '__fish_seen_subcommand_from generate' -x -a '\(kinds)'", "",
    ]
    return lines.joined(separator: "\n")
  }
}

extension Setting {
  /// What it is, without the details that follow the first colon or full stop.
  fileprivate var summary: String {
    let first = about.split(separator: ": ").first.map(String.init) ?? about
    let sentence = first.split(separator: ". ").first.map(String.init) ?? first
    return sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
  }
}
