/** Tests of reports. */
@NullMarked
package vn.lienthong.node.report.internal;

import org.jspecify.annotations.NullMarked;
