/** The clock, the plans of simulated agencies, what programs were seen to do, and the report. */
@NullMarked
package vn.lienthong.node.sandbox.internal;

import org.jspecify.annotations.NullMarked;
