package vn.lienthong.node.log.internal;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of the logs.
 *
 * @param entries what was appended
 * @param heads what is committed
 * @param witnesses what witnesses know
 * @param stamps time-stamps over checkpoints
 * @param transactions begins transactions
 */
record LogTables(
        EntryRows entries, HeadRows heads, WitnessRows witnesses, StampRows stamps, TransactionTemplate transactions) {}
