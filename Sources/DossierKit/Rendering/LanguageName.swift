/// What readers call a language.
enum LanguageName {
  /// `Spanish`, `Serbian (sr-Latn)`; the tag itself where the language is none of the common ones.
  static func of(_ tag: String) -> String {
    guard let name = names[tag.prefix { $0 != "-" }.lowercased()] else { return tag }
    return tag.contains("-") ? "\(name) (\(tag))" : name
  }

  /// Whether it is written from right to left: by its script, if the tag names one.
  static func isRightToLeft(_ tag: String) -> Bool {
    let parts = tag.split(separator: "-")
    if let script = parts.dropFirst().first(where: { $0.count == 4 }) {
      return rightToLeftScripts.contains(script.lowercased())
    }
    return parts.first.map { rightToLeft.contains($0.lowercased()) } ?? false
  }

  private static let rightToLeft: Set = [
    "ar", "arc", "azb", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw", "ks", "lrc", "mzn",
    "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
  ]
  private static let rightToLeftScripts: Set = [
    "adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  private static let names = [
    "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali",
    "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician",
    "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian",
    "kk": "Kazakh", "ko": "Korean", "ku": "Kurdish", "ky": "Kyrgyz", "la": "Latin",
    "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian", "mn": "Mongolian", "ms": "Malay",
    "nb": "Norwegian Bokmål", "nl": "Dutch", "nn": "Norwegian Nynorsk", "no": "Norwegian",
    "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "tg": "Tajik", "th": "Thai", "tk": "Turkmen", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
  ]
}

extension PageBuilder {
  /// Nil of the dossier's own language, which goes without saying.
  func foreignLanguage(_ tag: String?) -> String? {
    guard let tag, tag.lowercased() != model.settings.language.lowercased() else { return nil }
    return LanguageName.of(tag)
  }
}
