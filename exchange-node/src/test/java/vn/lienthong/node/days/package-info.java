/** The days of clerks, leaders and officers between two nodes that run, in a real browser. */
@NullMarked
package vn.lienthong.node.days;

import org.jspecify.annotations.NullMarked;
