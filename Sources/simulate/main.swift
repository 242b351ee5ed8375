internal import Glibc
internal import SimulationRuns

exit(simulate(Array(CommandLine.arguments.dropFirst())))
