/// What two spellings of a name have in common.
func foldedName(_ name: String) -> String { composed(name).lowercased() }
