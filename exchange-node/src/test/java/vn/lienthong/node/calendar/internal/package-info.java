/** Tests of how working time is kept. */
@NullMarked
package vn.lienthong.node.calendar.internal;

import org.jspecify.annotations.NullMarked;
