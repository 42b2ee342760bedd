/** What the simulated agencies do and when, their letters, and the tasks. */
@NullMarked
package vn.lienthong.node.training.internal;

import org.jspecify.annotations.NullMarked;
