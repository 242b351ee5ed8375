import Testing

@testable import Operations

struct MetricsTextTests {
    private func written(_ format: MetricsText.Format) -> String {
        var text = MetricsText(format)
        text.family("turnstile_inputs_total", .counter, help: "Inputs, by topic.")
        text.sample(labels: [("topic", "order-commands"), ("type", "place")], 12)
        text.sample(labels: [("topic", "a\"b\\c\nd"), ("type", "é")], 0)
        text.family("turnstile_timers_pending", .gauge, help: "A \\ and\na \"line\".")
        text.sample(-3)
        text.family("turnstile_last_progress_timestamp_seconds", .gauge, help: "t")
        text.sample(labels: [("partition", "0")], 1.5)
        text.sample(labels: [("partition", "1")], Double.infinity)
        text.sample(labels: [("partition", "2")], Double.nan)
        text.family("turnstile_transaction_duration_seconds", .histogram, help: "h")
        text.histogram(
            labels: [("phase", "commit")], upperBounds: [1000, 2_500_000], perBaseUnit: 1_000_000, counts: [2, 3, 1],
            sum: 4_250_000)
        return String(decoding: text.finish(), as: UTF8.self)
    }

    @Test func prometheusText() {
        #expect(
            written(.prometheus) == """
                # HELP turnstile_inputs_total Inputs, by topic.
                # TYPE turnstile_inputs_total counter
                turnstile_inputs_total{topic="order-commands",type="place"} 12.0
                turnstile_inputs_total{topic="a\\"b\\\\c\\nd",type="é"} 0.0
                # HELP turnstile_timers_pending A \\\\ and\\na "line".
                # TYPE turnstile_timers_pending gauge
                turnstile_timers_pending -3.0
                # HELP turnstile_last_progress_timestamp_seconds t
                # TYPE turnstile_last_progress_timestamp_seconds gauge
                turnstile_last_progress_timestamp_seconds{partition="0"} 1.5
                turnstile_last_progress_timestamp_seconds{partition="1"} +Inf
                turnstile_last_progress_timestamp_seconds{partition="2"} NaN
                # HELP turnstile_transaction_duration_seconds h
                # TYPE turnstile_transaction_duration_seconds histogram
                turnstile_transaction_duration_seconds_bucket{phase="commit",le="0.001"} 2
                turnstile_transaction_duration_seconds_bucket{phase="commit",le="2.5"} 5
                turnstile_transaction_duration_seconds_bucket{phase="commit",le="+Inf"} 6
                turnstile_transaction_duration_seconds_sum{phase="commit"} 4.25
                turnstile_transaction_duration_seconds_count{phase="commit"} 6

                """)
    }

    @Test func openMetricsText() {
        let text = written(.openMetrics)
        #expect(text.hasPrefix("# HELP turnstile_inputs Inputs, by topic.\n# TYPE turnstile_inputs counter\n"))
        #expect(text.contains("\nturnstile_inputs_total{topic=\"order-commands\",type=\"place\"} 12.0\n"))
        #expect(text.contains("# HELP turnstile_timers_pending A \\\\ and\\na \\\"line\\\".\n"))
        #expect(text.hasSuffix("_count{phase=\"commit\"} 6\n# EOF\n"))
    }

    @Test(
        arguments: [
            (nil, false), ("", false), ("text/plain", false), ("*/*", false),
            ("application/openmetrics-text", true), ("application/openmetrics-text; version=1.0.0", true),
            ("application/openmetrics-text;version=0.0.1", false), ("application/openmetrics-text;q=0", false),
            (
                "application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,"
                    + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2", true
            ),
            ("application/openmetrics-text;q=0.2, text/plain;q=0.9", false),
            ("APPLICATION/OpenMetrics-Text", true), (";;,,q=", false), ("application/openmetrics-text;q=zebra", false),
        ] as [(String?, Bool)])
    func theAcceptHeaderChooses(_ header: String?, _ isOpenMetrics: Bool) {
        #expect((MetricsText.Format.accepted(header) == .openMetrics) == isOpenMetrics)
    }
}
