/** Tests of the working time of an installation. */
@NullMarked
package vn.lienthong.node.calendar;

import org.jspecify.annotations.NullMarked;
