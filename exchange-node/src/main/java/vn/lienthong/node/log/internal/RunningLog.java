package vn.lienthong.node.log.internal;

/**
 * A log with what works for it.
 *
 * @param own what it is made of
 * @param policy whose cosignatures it needs
 * @param confirmation asks what the witnesses know
 * @param runner sequences and signs it
 * @param witnessing has its checkpoints cosigned
 */
record RunningLog(
        OwnLog own, PolicyInForce policy, WitnessConfirmation confirmation, LogRunner runner, Witnessing witnessing) {}
