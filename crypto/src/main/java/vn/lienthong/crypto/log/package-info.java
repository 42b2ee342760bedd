/**
 * The tamper-evident log: RFC 6962 tree, tiles, signed notes, checkpoints, cosignatures, witnesses, policies and receipts in the
 * formats of C2SP. Knows neither files nor the network: callers bring octets.
 */
@NullMarked
@CheckReturnValue
package vn.lienthong.crypto.log;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
