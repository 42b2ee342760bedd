/** Tests of {@code vn.lienthong.node.web}. */
@NullMarked
package vn.lienthong.node.web;

import org.jspecify.annotations.NullMarked;
