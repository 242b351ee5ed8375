import Orders
import Testing

@Test func builds() { #expect(Case().locked().said.isEmpty == false) }
