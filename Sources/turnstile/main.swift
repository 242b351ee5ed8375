import Glibc

exit(runCommandLine(CommandLine.arguments))
