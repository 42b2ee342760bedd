/** Tests of the doctor. */
@NullMarked
package vn.lienthong.node.doctor;

import org.jspecify.annotations.NullMarked;
