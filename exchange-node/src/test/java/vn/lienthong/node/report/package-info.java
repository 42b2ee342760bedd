/** Tests of reports. */
@NullMarked
package vn.lienthong.node.report;

import org.jspecify.annotations.NullMarked;
