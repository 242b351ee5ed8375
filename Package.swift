// swift-tools-version: 6.2
// Turnstile builds with the toolchain and the distribution's C libraries alone: see docs/decisions/0001.

import PackageDescription

let swift: [SwiftSetting] = [
    .enableExperimentalFeature("Lifetimes"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    // The stages of one input's path stand in several modules, and hand each other values: what one module calls of
    // another one is specialised and inlined as within one (docs/benchmarks.md).
    .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

/// For the modules that read what came from outside: every unsafe step is marked, and few.
let strict = swift + [.strictMemorySafety()]

/// A C library of the distribution, found by pkg-config.
func system(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
    .systemLibrary(name: name, path: "Sources/\(name)", pkgConfig: pkgConfig, providers: [.apt([package])])
}

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], settings: [SwiftSetting] = swift
) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: swift)
}

let package = Package(
    name: "turnstile",
    products: [
        // Preloaded by scripts/chaos and by tests, which have a process die at a named step: docs/decisions/0018.
        .library(name: "CrashPoints", type: .dynamic, targets: ["CrashPoints"])
    ],
    targets: [
        system("CRdkafka", "rdkafka", "librdkafka-dev"),
        system("COpenSSL", "openssl", "libssl-dev"),
        system("CLMDB", "lmdb", "liblmdb-dev"),
        system("CYAML", "yaml-0.1", "libyaml-dev"),
        system("CMicrohttpd", "libmicrohttpd", "libmicrohttpd-dev"),
        system("CJemalloc", "jemalloc", "libjemalloc-dev"),

        // What is decided, and in which bytes.
        module("Orders", settings: strict),
        module("Protobuf", settings: strict),
        module("Schemas", ["Protobuf"], settings: strict),
        module("Signing", ["COpenSSL"]),
        module("Contract", ["Orders", "Protobuf", "Schemas", "Signing"], settings: strict),

        // What it stands on, each the only place that imports its C library.
        module("Records"),
        module("Kafka", ["Records", "CRdkafka"]),
        module("Store", ["Records", "CLMDB"]),
        module("Configuration", ["CYAML"]),
        module("Operations", ["CMicrohttpd"]),

        // What runs.
        module("Engine", ["Contract", "Orders", "Protobuf", "Records", "Schemas", "Signing"]),
        module(
            "Service",
            [
                "Configuration", "Contract", "Engine", "Kafka", "Operations", "Orders", "Protobuf", "Records", "Store",
            ]),
        module("Check", ["Protobuf", "Schemas"]),
        module("Simulation", ["Protobuf", "Records", "Schemas", "Signing"]),
        module("SimulatedKafka", ["Records"]),
        module(
            "SimulationRuns",
            [
                "Check", "Contract", "Engine", "Orders", "Protobuf", "Records", "Schemas", "Signing", "SimulatedKafka",
                "Simulation",
            ]),
        .executableTarget(name: "simulate", dependencies: ["SimulationRuns"], swiftSettings: swift),
        .executableTarget(
            name: "turnstile",
            dependencies: [
                "Check", "CJemalloc", "Configuration", "Contract", "Engine", "Kafka", "Operations", "Orders",
                "Protobuf",
                "Records", "Schemas", "Service", "Signing", "Simulation", "Store",
            ],
            swiftSettings: swift),
        .executableTarget(name: "make-store", dependencies: ["Records", "Store"], swiftSettings: swift),
        .executableTarget(
            name: "turnstile-bench",
            dependencies: [
                "CJemalloc", "Contract", "Engine", "Orders", "Protobuf", "Records", "Signing", "Simulation", "Store",
            ],
            swiftSettings: swift),
        .executableTarget(name: "protoc-gen-turnstile", dependencies: ["Protobuf"], swiftSettings: swift),
        .target(name: "CrashPoints"),

        tests("OrdersTests", ["Orders"]),
        tests("ProtobufTests", ["Protobuf"]),
        tests("SchemasTests", ["Protobuf", "Schemas"], resources: [.copy("Golden")]),
        tests("SigningTests", ["Signing"]),
        tests("ContractTests", ["Contract", "Orders", "Protobuf", "Schemas"], resources: [.copy("Golden")]),
        // What tests against a broker break: no product has it.
        .target(name: "Faults", path: "Tests/Faults", swiftSettings: swift),
        tests("KafkaTests", ["Faults", "Kafka", "Records"]),
        tests("StoreTests", ["Store", "Records"]),
        tests("ConfigurationTests", ["Configuration"]),
        tests("OperationsTests", ["Operations"]),
        tests(
            "EngineTests", ["Engine", "Contract", "Orders", "Protobuf", "Records", "Schemas", "Signing", "Simulation"]),
        tests("SimulationRunsTests", ["SimulationRuns"]),
        tests("CheckTests", ["Check", "Protobuf", "Schemas"]),
        tests("CommandTests", ["turnstile"]),
        tests(
            "RealBrokerTests",
            [
                "Check", "Contract", "CRdkafka", "Faults", "Kafka", "Protobuf", "Records", "Schemas", "Service", "Signing",
                "Store",
                "turnstile",
            ]),
        tests("TidyTests", []),
        tests(
            "DocumentTests",
            [
                "turnstile", "Configuration", "Contract", "Engine", "Kafka", "Orders", "Protobuf", "Records", "Schemas",
                "Service",
                "Signing",
            ]),
    ],
    swiftLanguageModes: [.v6]
)
