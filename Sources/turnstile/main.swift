exit(runCommandLine(CommandLine.arguments))
