/** Tests. */
@NullMarked
package vn.lienthong.node.directory.internal.enrolment;

import org.jspecify.annotations.NullMarked;
