public func x() -> Int { defaultThemeFiles.count }
