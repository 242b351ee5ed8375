let runCommand = Command(
    path: ["run"], summary: "runs the adapter",
    flags: [
        Flag(
            "trial-cluster",
            "the cluster is librdkafka's mock cluster: its topics' configurations are not looked at, and a record's own "
                + "time is taken for its append time")
    ] + Flag.cluster,
    examples: [
        ("turnstile run --config turnstile.yaml", "as a service"),
        ("TURNSTILE_KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:9092 turnstile run", "with the environment alone"),
    ],
    run: { _ in .failed })
