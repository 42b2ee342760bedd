/** Keeps the delivery in order over the years: releases payloads, sweeps orphans, puts right what is stuck. */
@CheckReturnValue
@NullMarked
package vn.lienthong.node.delivery.internal.upkeep;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
