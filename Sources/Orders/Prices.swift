/// Divides a total over weights in proportion, to whole minor units, so that the parts add up to it: each gets its
/// share rounded down, and what is left goes, one unit each, to the largest remainders, of equal ones to the lower
/// number. Weights that are all zero count as equal. Source: domain, "Money".
/// - Returns: nil where a weight is negative or the sum of the weights overflows.
func largestRemainder(total: Int64, weights: [Int64]) -> [Int64]? {
    nil
}
